package io.vaportrail.conformance.answers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares an answer with what is expected, member by member. {@code *} stands for anything, {@code ~…} for a regular expression; an
 * {@link Instant} for that time in whatever form the protocol has.
 */
final class Expectation {
    private static final double MILLIS = 1000;

    private Expectation() {}

    /** Fails, saying where, when they differ. */
    static void check(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> members) {
            Map<?, ?> found = actual instanceof Map<?, ?> map ? map : nothing(path, expected, actual, Map.of());
            if (!new TreeSet<>(members.keySet()).equals(new TreeSet<>(found.keySet()))) {
                throw differs(path, expected, actual);
            }
            members.forEach((name, value) -> check(path + "." + name, value, found.get(name)));
        } else if (expected instanceof List<?> elements) {
            List<?> found = actual instanceof List<?> list ? list : nothing(path, expected, actual, List.of());
            if (elements.size() != found.size()) {
                throw differs(path, expected, actual);
            }
            for (int i = 0; i < elements.size(); i++) {
                check(path + "[" + i + "]", elements.get(i), found.get(i));
            }
        } else if (!same(expected, actual)) {
            throw differs(path, expected, actual);
        }
    }

    /** XML has one form for an empty list, structure or text. */
    private static <T> T nothing(String path, Object expected, @Nullable Object actual, T empty) {
        if ("".equals(actual)) {
            return empty;
        }
        throw differs(path, expected, actual);
    }

    private static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Instant time) {
            return actual != null && time.equals(time(actual));
        }
        if (expected instanceof Number number) {
            return actual != null
                    && new BigDecimal(number.toString()).compareTo(new BigDecimal(actual.toString())) == 0;
        }
        if (expected instanceof Boolean) {
            return expected.toString().equals(String.valueOf(actual));
        }
        if (expected instanceof String text && !(actual instanceof Map) && !(actual instanceof List)) {
            String found = String.valueOf(actual);
            return actual != null
                    && (text.equals("*")
                            || text.equals(found)
                            || text.startsWith("~") && found.matches(text.substring(1)));
        }
        return Objects.equals(expected, actual);
    }

    private static Instant time(Object actual) {
        String text = actual.toString();
        if (text.startsWith("tag 1: ")) {
            return ofSeconds(Double.parseDouble(text.substring("tag 1: ".length())));
        }
        return actual instanceof Number number ? ofSeconds(number.doubleValue()) : Instant.parse(text);
    }

    private static Instant ofSeconds(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * MILLIS));
    }

    private static AssertionError differs(String path, @Nullable Object expected, @Nullable Object actual) {
        return new AssertionError(path + ": " + actual + " (expected: " + expected + ")");
    }
}
