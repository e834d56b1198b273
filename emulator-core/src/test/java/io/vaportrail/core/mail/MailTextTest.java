package io.vaportrail.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {
    private static Mail mail(String to, String subject, String text) {
        return new Mail("from@example.com", "Orders", to, subject, text, 1_700_000_000_000L, "id-1");
    }

    @Test
    void headersAndBodyAreAscii() throws IOException {
        String text = MailText.of(mail("bob@example.com", "Übung ".repeat(20), "ä".repeat(1_000)));

        assertThat(text.chars()).allMatch(c -> c < 0x7f);
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
        assertThat(text)
                .startsWith("From: Orders <from@example.com>\r\nTo: <bob@example.com>\r\nSubject: =?UTF-8?B?")
                .contains("\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT\r\nMessage-ID: <id-1@vaportrail.local>\r\n")
                .endsWith("\r\n");
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        assertThat(new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8))
                .isEqualTo("ä".repeat(1_000));
    }

    @Test
    void plainSubjectsStayReadable() throws IOException {
        assertThat(MailText.of(mail("bob@example.com", "News of today", "m"))).contains("Subject: News of today\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b@example.com", "a@example.com\r\nRCPT TO:<x@y.z>", "a>@example.com", "ä@example.com"})
    void addressesThatWouldBreakTheDialogueAreRefused(String to) {
        assertThatThrownBy(() -> MailText.of(mail(to, "s", "m"))).isInstanceOf(IOException.class);
    }

    @Test
    void answersOfManyLinesEndWithTheOneWithoutADash() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        SmtpDialogue dialogue = new SmtpDialogue(
                new ByteArrayInputStream(
                        "250-one\r\n250-two\r\n250 three\r\n550 no\r\ncut".getBytes(StandardCharsets.US_ASCII)),
                said);

        dialogue.say("EHLO x", 250);

        assertThat(said.toString(StandardCharsets.US_ASCII)).isEqualTo("EHLO x\r\n");
        assertThatThrownBy(() -> dialogue.expect(250)).hasMessage("SMTP answer: 550 no (expected: 250)");
        assertThatThrownBy(() -> dialogue.expect(250)).hasMessage("SMTP answer: cut cut off (expected: a line)");
    }

    @Test
    void serverThatIsNotThereFailsTheMail() {
        SmtpSender sender = new SmtpSender("127.0.0.1:1", Runnable::run);

        assertThatThrownBy(() -> sender.send(mail("bob@example.com", "s", "m"))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
    }
}
