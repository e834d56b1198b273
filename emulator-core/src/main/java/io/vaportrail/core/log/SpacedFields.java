package io.vaportrail.core.log;

import java.util.ArrayList;
import java.util.List;

/** The fields of messages that are parted by spaces, as those in the Common Log Format are. */
public final class SpacedFields {
    private SpacedFields() {}

    /** The fields in their order; what stands in square brackets or double quotes is one field, without these. */
    public static List<String> of(String message) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < message.length() && isSpace(message.charAt(at))) {
                at++;
            }
            if (at == message.length()) {
                return fields;
            }
            char first = message.charAt(at);
            int close = first == '[' ? message.indexOf(']', at) : first == '"' ? message.indexOf('"', at + 1) : -1;
            if (close >= 0) {
                fields.add(message.substring(at + 1, close));
                at = close + 1;
            } else {
                int start = at;
                while (at < message.length() && !isSpace(message.charAt(at))) {
                    at++;
                }
                fields.add(message.substring(start, at));
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
