package io.vaportrail.logs.insights.regex;

import java.util.HashMap;
import java.util.Map;

/**
 * Groups may be named as fields are, {@code (?<@ip>…)}, which RE2's syntax does not know: they get names that it knows.
 *
 * @param expression with names that RE2 takes
 * @param original by each of these names the one that is meant
 */
record GroupNames(String expression, Map<String, String> original) {
    private static final String AT = "at_";

    static GroupNames of(String expression) {
        StringBuilder renamed = new StringBuilder();
        Map<String, String> original = new HashMap<>();
        boolean inClass = false;
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            int length = c == '\\' ? Math.min(2, expression.length() - at) : 1;
            int open = inClass ? -1 : opening(expression, at);
            int end = open < 0 ? -1 : expression.indexOf('>', open);
            if (end > 0 && expression.charAt(open) == '@') {
                String name = AT + expression.substring(open + 1, end);
                while (expression.contains(name)) {
                    name = AT + name;
                }
                original.put(name, expression.substring(open, end));
                renamed.append(expression, at, open).append(name);
                at = end;
                continue;
            }
            inClass = length == 1 ? (inClass ? c != ']' : c == '[') : inClass;
            renamed.append(expression, at, at + length);
            at += length;
        }
        return new GroupNames(renamed.toString(), original);
    }

    /** Where the name of the group begins that begins here, or -1. */
    private static int opening(String expression, int at) {
        if (expression.startsWith("(?<", at)) {
            return at + "(?<".length();
        }
        return expression.startsWith("(?P<", at) ? at + "(?P<".length() : -1;
    }

    /** The numbers of groups by the names that are meant. */
    Map<String, Integer> numbers(Map<String, Integer> byRenamed) {
        Map<String, Integer> numbers = new HashMap<>();
        byRenamed.forEach((name, number) -> numbers.put(original.getOrDefault(name, name), number));
        return Map.copyOf(numbers);
    }
}
