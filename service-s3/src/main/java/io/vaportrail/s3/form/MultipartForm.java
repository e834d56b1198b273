package io.vaportrail.s3.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a multipart/form-data body.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class MultipartForm {
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;]{1,70}))");
    private static final Pattern PARAMETER = Pattern.compile("(?i);\\s*(name|filename)=(?:\"([^\"]*)\"|([^;\\s]*))");
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private final byte[] body;
    private final byte[] delimiter;
    private int at;

    private MultipartForm(byte[] body, byte[] delimiter, int at) {
        this.body = body;
        this.delimiter = delimiter;
        this.at = at;
    }

    /**
     * One field.
     *
     * @param name as the form has it
     * @param fileName of a file, else {@code null}
     * @param start where the part begins in the body, its headers included
     * @param from where its content begins
     * @param to where its content ends
     */
    record Part(String name, @Nullable String fileName, int start, int from, int to) {}

    /** The parts up to the first of this name, which is the last that counts; {@code null} when this is no form. */
    static @Nullable List<Part> upTo(String lastName, @Nullable String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.find()) {
            return null;
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        byte[] delimiter = ("\r\n--" + text).getBytes(StandardCharsets.ISO_8859_1);
        byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        int begin = startsWith(body, first) ? first.length : indexOf(body, delimiter, 0) + delimiter.length;
        return begin < first.length ? null : new MultipartForm(body, delimiter, begin).parts(lastName);
    }

    private static boolean startsWith(byte[] body, byte[] prefix) {
        return body.length >= prefix.length && Arrays.equals(body, 0, prefix.length, prefix, 0, prefix.length);
    }

    private @Nullable List<Part> parts(String lastName) {
        List<Part> parts = new ArrayList<>();
        while (!at("--")) {
            Part part = at("\r\n") ? next() : null;
            if (part == null) {
                return null;
            }
            parts.add(part);
            if (part.name().equalsIgnoreCase(lastName)) {
                return parts;
            }
        }
        return parts;
    }

    private boolean at(String two) {
        return at + 2 <= body.length && body[at] == two.charAt(0) && body[at + 1] == two.charAt(1);
    }

    private @Nullable Part next() {
        int start = at + 2;
        int blank = indexOf(body, BLANK_LINE, at);
        int end = blank < 0 ? -1 : indexOf(body, delimiter, blank + 2);
        if (end < 0) {
            return null;
        }
        at = end + delimiter.length;
        String disposition = disposition(new String(body, start, Math.max(0, blank - start), StandardCharsets.UTF_8));
        String name = null;
        String fileName = null;
        Matcher parameters = PARAMETER.matcher(disposition);
        while (parameters.find()) {
            String value = parameters.group(2) == null ? parameters.group(3) : parameters.group(2);
            if (parameters.group(1).equalsIgnoreCase("name")) {
                name = value;
            } else {
                fileName = value;
            }
        }
        int from = blank + BLANK_LINE.length;
        return name == null ? null : new Part(name, fileName, start, from, Math.max(from, end));
    }

    private static String disposition(String headers) {
        for (String line : headers.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                return line;
            }
        }
        return "";
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
