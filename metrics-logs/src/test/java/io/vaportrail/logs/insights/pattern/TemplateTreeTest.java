package io.vaportrail.logs.insights.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TemplateTreeTest {
    private static final String[] PIECES = {
        "a",
        "b",
        "be",
        "deadbeef",
        "deadbeef-",
        "user",
        " ",
        "-",
        ":",
        ".",
        "x",
        "0x",
        "Z",
        "T",
        "1",
        "22",
        "4444",
        "88888888",
        "2026-11-18",
        "T10:40:00",
        ".5",
        "Z",
        "+01:00",
        "10.0.0.1",
        "5b4a7ad1-17f7-4d7f-9f0a-0d1c2e3f4a5b",
        "-17f7-4d7f-9f0a-0d1c2e3f4a5b",
        "1a2b3c4d",
        "c0ffee",
        "\u00e9",
        "\u2603",
        "\ud83d\ude00",
        "{\"ms\":",
        "}"
    };

    private final TemplateTree<String> tree = new TemplateTree<>();
    private final MessageTemplate reader = new MessageTemplate();
    private int known;

    /** As a query does: what is not known is read and kept. The template is the same either way, and so are the tokens. */
    private void check(String message) {
        byte[] text = ("1 " + message + " 2").getBytes(StandardCharsets.UTF_8);
        MessageTemplate read = new MessageTemplate();
        read.read(text, 2, text.length - 4);
        String found = tree.find(reader, text, 2, text.length - 4);
        if (found == null) {
            tree.add(read, read.toString());
            return;
        }
        known++;
        assertThat(found).as(message).isEqualTo(read.toString());
        assertThat(tokens(reader)).as(message).isEqualTo(tokens(read));
    }

    private static List<String> tokens(MessageTemplate read) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < read.tokens(); i++) {
            tokens.add(read.kind(i) + " " + read.start(i) + " " + read.end(i));
        }
        return tokens;
    }

    @Property(tries = 500)
    void findsTheTemplateThatReadingGives(@ForAll long seed) {
        Random random = new Random(seed);
        TemplateTreeTest fresh = new TemplateTreeTest();
        for (int i = 0; i < 200; i++) {
            StringBuilder message = new StringBuilder();
            for (int piece = random.nextInt(6); piece > 0; piece--) {
                message.append(PIECES[random.nextInt(PIECES.length)]);
            }
            fresh.check(message.toString());
        }
    }

    @Test
    void knowsUsualMessagesAgain() {
        for (int i = 0; i < 100; i++) {
            check("2026-11-18T10:40:0" + i % 10 + "Z INFO took " + i + " ms for 10.0.0." + i);
            check("{\"level\":\"ERROR\",\"ms\":" + i * 1.5 + "}");
            check("started");
        }
        assertThat(known).isGreaterThan(290);
    }

    @Test
    void keepsAFewThousandParts() {
        long kept = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] text =
                    ("word" + Integer.toString(i, 36).replaceAll("[0-9]", "z") + i).getBytes(StandardCharsets.UTF_8);
            reader.read(text, 0, text.length);
            kept += tree.add(reader, reader.toString());
        }
        assertThat(kept).isBetween(1L, 2_000_000L);
    }
}
