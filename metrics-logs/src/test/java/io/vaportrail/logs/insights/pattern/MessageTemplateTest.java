package io.vaportrail.logs.insights.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row: a message, its template and its severity. */
class MessageTemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "nothing changes => nothing changes => NONE",
                "[ERROR] took 15 ms => [ERROR] took <Number-1> ms => ERROR",
                "user12 did 1.5 => user<Number-1> did <Number-2> => NONE",
                "2026-11-21T10:00:00.123Z INFO up => <Date-1> INFO up => INFO",
                "2026-11-21 10:00:00,5 warn => <Date-1> warn => WARN",
                "2026-11-21T10:00:00+01:00 x => <Date-1> x => NONE",
                "2026-11-21 and 10:00:01.5 => <Date-1> and <Time-2> => NONE",
                "id 5b4a7ad1-17f7-4d7f-9f0a-0d1c2e3f4a5b => id <UUID-1> => NONE",
                "from 10.0.0.1:80 => from <IPAddress-1>:<Number-2> => NONE",
                "commit 1a2b3c4d5e at 0xff => commit <Hex-1> at <Hex-2> => NONE",
                "12345678901 => <Number-1> => NONE",
                "deadbeef faced => deadbeef faced => NONE",
                "\u00e9a1b2c3d4 1a2b3c4d\u00e9 => \u00e9a<Number-1>b<Number-2>c<Number-3>d<Number-4>"
                        + " <Number-5>a<Number-6>b<Number-7>c<Number-8>d\u00e9 => NONE",
                "\u2603a1b2c3d4e5 10.0.0.1\u2603 => \u2603<Hex-1> <IPAddress-2>\u2603 => NONE",
                "\ud83d\ude001a2b3c4d \u4e2d7 => \ud83d\ude00<Hex-1> \u4e2d<Number-2> => NONE",
            })
    void putsTokensForWhatChanges(String message, String template, String severity) {
        assertThat(template(message)).isEqualTo(template);
        assertThat(MessageTemplate.severity(template)).isEqualTo(severity);
    }

    private static String template(String message) {
        MessageTemplate reader = new MessageTemplate();
        // What was read before leaves nothing behind.
        read(reader, "1 2 3 and a longer text that goes before");
        read(reader, message);
        return reader.toString();
    }

    private static void read(MessageTemplate reader, String message) {
        byte[] text = ("0 " + message + " 1").getBytes(StandardCharsets.UTF_8);
        reader.read(text, 2, text.length - 4);
    }

    @Test
    void takesLongMessagesWithManyTokens() {
        String message = "7 x ".repeat(5_000);
        StringBuilder expected = new StringBuilder();
        for (int i = 1; i <= 5_000; i++) {
            expected.append("<Number-").append(i).append("> x ");
        }
        assertThat(template(message)).isEqualTo(expected.toString());
    }
}
