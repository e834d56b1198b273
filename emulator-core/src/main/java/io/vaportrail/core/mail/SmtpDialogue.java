package io.vaportrail.core.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Commands of SMTP and their answers, one at a time. */
final class SmtpDialogue {
    /** RFC 5321 §4.5.3.1.5 allows 512; some servers say more. */
    private static final int LONGEST_LINE = 4_096;

    private static final int MOST_LINES = 100;
    private static final int CODE_DIGITS = 3;

    private final InputStream in;
    private final OutputStream out;

    SmtpDialogue(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Sends a line, and reads the answer, which must have this code. */
    void say(String line, int code) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(code);
    }

    /** Reads an answer, which must have this code. */
    void expect(int code) throws IOException {
        String line = "";
        for (int lines = 0; lines < MOST_LINES; lines++) {
            line = readLine();
            if (line.length() <= CODE_DIGITS || line.charAt(CODE_DIGITS) != '-') {
                break;
            }
        }
        if (!line.startsWith(String.valueOf(code))) {
            throw new IOException("SMTP answer: " + line + " (expected: " + code + ")");
        }
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        while ((next = in.read()) != '\n') {
            if (next < 0 || line.size() == LONGEST_LINE) {
                throw new IOException("SMTP answer: " + line.toString(StandardCharsets.UTF_8)
                        + (next < 0 ? " cut off" : " without end") + " (expected: a line)");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
