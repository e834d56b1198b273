package io.vaportrail.core.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * An e-mail as it goes over the wire, ending with a line break. The body is base64, so that no line is too long or begins with a dot.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>
 */
final class MailText {
    private static final String END = "\r\n";
    private static final int LINE = 76;

    /** Bytes of one encoded word, so that it stays within 75 characters (RFC 2047 §2). */
    private static final int WORD_BYTES = 39;

    private MailText() {}

    /**
     * The text.
     *
     * @throws IOException when an address has characters that would end its line or its brackets
     */
    static String of(Mail mail) throws IOException {
        return "From: " + (mail.fromName().isEmpty() ? "" : words(mail.fromName()) + " ") + "<" + address(mail.from())
                + ">" + END
                + "To: <" + address(mail.to()) + ">" + END
                + "Subject: " + words(mail.subject()) + END
                + "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.ofEpochMilli(mail.sentMillis()).atOffset(ZoneOffset.UTC))
                + END
                + "Message-ID: <" + address(mail.id()) + "@vaportrail.local>" + END
                + "MIME-Version: 1.0" + END
                + "Content-Type: text/plain; charset=UTF-8" + END
                + "Content-Transfer-Encoding: base64" + END
                + END
                + Base64.getMimeEncoder(LINE, END.getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(mail.text().getBytes(StandardCharsets.UTF_8))
                + END;
    }

    private static String address(String text) throws IOException {
        if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || c == '<' || c == '>')) {
            throw new IOException("address: " + text + " (expected: ASCII without spaces and brackets)");
        }
        return text;
    }

    /** Text as encoded words, or as it is where that is safe and short. */
    private static String words(String text) {
        boolean plain = text.length() <= LINE && text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '=');
        if (plain && text.chars().noneMatch(c -> "()<>@,;:\\\".[]".indexOf(c) >= 0)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder part = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String one = Character.toString(text.codePointAt(i));
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > WORD_BYTES) {
                append(words, part);
                bytes = 0;
            }
            part.append(one);
            bytes += size;
        }
        append(words, part);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder part) {
        if (words.length() > 0) {
            words.append(END).append(' ');
        }
        words.append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(part.toString().getBytes(StandardCharsets.UTF_8)))
                .append("?=");
        part.setLength(0);
    }
}
