package io.vaportrail.logs.lookup;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads values with commas between them: lines end with a line feed, with or without a carriage return; what is in quotes may contain
 * both and, doubled, quotes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Csv {
    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /**
     * All lines; empty ones are passed over.
     *
     * @throws CsvException when quotes are wrong
     */
    static List<List<String>> rows(String text) throws CsvException {
        Csv csv = new Csv(text.startsWith("\ufeff") ? text.substring(1) : text);
        while (csv.at < csv.text.length()) {
            csv.row();
        }
        return csv.rows;
    }

    private void row() throws CsvException {
        List<String> values = new ArrayList<>();
        values.add(value());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            values.add(value());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) != '\n') {
            throw wrong();
        }
        at++;
        if (values.size() > 1 || !values.get(0).isEmpty()) {
            rows.add(List.copyOf(values));
        }
    }

    private String value() throws CsvException {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws CsvException {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append(c);
                at++;
            } else {
                return value.toString();
            }
        }
        throw wrong();
    }

    private CsvException wrong() {
        return new CsvException("Invalid CSV in line " + (rows.size() + 1) + " of the table body.");
    }
}
