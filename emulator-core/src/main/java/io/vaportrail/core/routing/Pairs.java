package io.vaportrail.core.routing;

import java.util.function.BiConsumer;

/** Splits {@code name=value&name=value}, in one pass however it is made up. */
final class Pairs {
    private Pairs() {}

    /** Gives each name and value, undecoded; a name without an equals sign has an empty value. */
    static void forEach(String text, BiConsumer<String, String> action) {
        int start = 0;
        int equals = text.indexOf('=');
        while (start < text.length()) {
            int end = text.indexOf('&', start);
            if (end < 0) {
                end = text.length();
            }
            if (equals >= 0 && equals < start) {
                equals = text.indexOf('=', start);
            }
            boolean valued = equals >= 0 && equals < end;
            if (end > start) {
                action.accept(
                        text.substring(start, valued ? equals : end), valued ? text.substring(equals + 1, end) : "");
            }
            start = end + 1;
        }
    }
}
