package io.vaportrail.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The matcher against the definition. Conditions are made as trees and written down as patterns; what the tree says of a message is
 * found out slowly, from the values that the message was made of, without the parser and the matcher.
 */
class FilterPatternAgreementTest {
    private static final List<String> NAMES = List.of("a", "b", "key.dotted");
    private static final List<String> TEXTS =
            List.of("x", "xy", "yx", "", "42", "-1.5", "4e1", "1e400", "12345678901234567", "true", "a b", "é*");
    private static final List<String> OPERANDS =
            List.of("x", "x*", "*y*", "*", "42", "4*", "40", "-1.5", "4.2e1", "true");
    private static final List<String> NUMBERS =
            List.of("0", "42", "-1.5", "4e1", "12345678901234567", "12345678901234568");
    private static final List<String> ORDERS = List.of("<", "<=", ">", ">=");

    /**
     * A pattern, a message, and whether it matches.
     *
     * @param pattern the text of the pattern
     */
    record Case(String pattern, String message, boolean matches) {}

    @Property(tries = 20_000)
    void agreesOnJson(@ForAll("json") Case one) {
        check(one);
    }

    @Property(tries = 10_000)
    void agreesOnFields(@ForAll("fields") Case one) {
        check(one);
    }

    @Property(tries = 10_000)
    void agreesOnTerms(@ForAll("terms") Case one) {
        check(one);
    }

    private static void check(Case one) {
        assertThat(FilterPattern.of(one.pattern).matches(one.message))
                .as("%s on %s", one.pattern, one.message)
                .isEqualTo(one.matches);
    }

    @Provide
    Arbitrary<Case> json() {
        return Arbitraries.randomValue(random -> {
            Map<String, @Nullable Object> root = object(random, 3);
            Condition condition = condition(random, 3);
            String pattern = "{" + space(random) + condition.text() + space(random) + "}";
            return new Case(pattern, Json.write(root), condition.holds(root));
        });
    }

    private static Map<String, @Nullable Object> object(Random random, int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                members.put(name, value(random, depth - 1));
            }
        }
        return members;
    }

    private static @Nullable Object value(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0, 1:
                return one(random, TEXTS);
            case 2, 3:
                return new BigDecimal(one(random, NUMBERS));
            case 4:
                return random.nextBoolean();
            case 5:
                return null;
            case 6:
                List<@Nullable Object> elements = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    elements.add(value(random, depth - 1));
                }
                return elements;
            default:
                return object(random, depth);
        }
    }

    /** What is asked of a message: as text, and of the values that a message was made of. */
    private interface Condition {
        String text();

        boolean holds(Object root);
    }

    private record Said(String text, Predicate<Object> test) implements Condition {
        @Override
        public boolean holds(Object root) {
            return test.test(root);
        }
    }

    private static Condition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return comparison(random);
        }
        Condition left = condition(random, depth - 1);
        Condition right = condition(random, depth - 1);
        boolean and = random.nextBoolean();
        String text = "(" + left.text() + ")" + space(random) + (and ? "&&" : "||") + space(random) + "(" + right.text()
                + ")";
        return new Said(
                text, root -> and ? left.holds(root) && right.holds(root) : left.holds(root) || right.holds(root));
    }

    private static Condition comparison(Random random) {
        Path path = Path.of(random);
        switch (random.nextInt(8)) {
            case 0:
                return new Said(
                        path.text + " IS NULL", root -> path.in(root).stream().anyMatch(Objects::isNull));
            case 1:
                return new Said(path.text + " NOT EXISTS", root -> path.in(root).isEmpty());
            case 2:
                boolean wanted = random.nextBoolean();
                return new Said(path.text + (wanted ? " IS TRUE" : " IS FALSE"), root -> path.in(root)
                        .contains(wanted));
            case 3, 4:
                String order = one(random, ORDERS);
                String bound = one(random, NUMBERS);
                return new Said(
                        path.text + space(random) + order + space(random) + bound,
                        root -> path.in(root).stream().anyMatch(value -> ordered(value, order, bound)));
            default:
                String operand = one(random, OPERANDS);
                boolean quoted = random.nextBoolean();
                boolean equal = random.nextBoolean();
                String text = quoted ? '"' + operand + '"' : operand;
                return new Said(
                        path.text + space(random) + (equal ? "=" : "!=") + space(random) + text,
                        root -> path.in(root).stream()
                                .map(FilterPatternAgreementTest::shown)
                                .filter(Objects::nonNull)
                                .anyMatch(value -> equals(value, operand, quoted) == equal));
        }
    }

    private static boolean ordered(@Nullable Object value, String order, String bound) {
        String text = shown(value);
        if (text == null || !isNumber(text)) {
            return false;
        }
        int sign = Double.compare(Double.parseDouble(text), Double.parseDouble(bound));
        return switch (order) {
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            default -> sign >= 0;
        };
    }

    private static boolean equals(String value, String operand, boolean quoted) {
        boolean numbers = !quoted && isNumber(operand) && isNumber(value);
        if (numbers && new BigDecimal(operand).compareTo(new BigDecimal(value)) == 0) {
            return true;
        }
        String regex = Pattern.compile("\\*")
                .splitAsStream(operand + "\0")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value + "\0").matches();
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }

    /** As a message that was written and read shows it. */
    private static @Nullable String shown(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            boolean whole = number.toString().matches("-?\\d+");
            return whole ? number.toString() : Double.toString(number.doubleValue());
        }
        return value instanceof String || value instanceof Boolean ? value.toString() : null;
    }

    /**
     * A way into a message.
     *
     * @param steps names, indexes, or {@code *}
     */
    private record Path(String text, List<Object> steps) {
        static Path of(Random random) {
            StringBuilder text = new StringBuilder("$");
            List<Object> steps = new ArrayList<>();
            boolean wildcard = false;
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int kind = random.nextInt(wildcard ? 6 : 8);
                if (kind < 4 || steps.isEmpty() && kind < 6) {
                    String name = one(random, NAMES);
                    text.append(name.contains(".") || kind == 0 ? ".['" + name + "']" : "." + name);
                    steps.add(name);
                } else if (kind < 6) {
                    int index = random.nextInt(2);
                    text.append('[').append(index).append(']');
                    steps.add(index);
                } else {
                    text.append(kind == 6 && !steps.isEmpty() ? "[*]" : ".*");
                    steps.add("*");
                    wildcard = true;
                }
            }
            return new Path(text.toString(), steps);
        }

        /** All that is there. */
        List<@Nullable Object> in(Object root) {
            List<@Nullable Object> here = new ArrayList<>();
            here.add(root);
            for (Object step : steps) {
                List<@Nullable Object> next = new ArrayList<>();
                here.forEach(value -> next.addAll(below(value, step)));
                here = next;
            }
            return here;
        }

        private static Collection<? extends @Nullable Object> below(@Nullable Object value, Object step) {
            List<@Nullable Object> found = new ArrayList<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, member) -> {
                    if (step.equals("*") || step.equals(name)) {
                        found.add(member);
                    }
                });
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (step.equals("*") || step.equals(i)) {
                        found.add(list.get(i));
                    }
                }
            }
            return found;
        }
    }

    @Provide
    Arbitrary<Case> fields() {
        return Arbitraries.randomValue(random -> {
            List<String> fields = new ArrayList<>();
            StringBuilder message = new StringBuilder();
            for (int i = random.nextInt(5); i > 0; i--) {
                String field = one(random, List.of("x", "xy", "42", "-1.5", "a b", "404"));
                int dress = field.contains(" ") ? 1 + random.nextInt(2) : random.nextInt(3);
                message.append(dress == 1 ? "[" + field + "]" : dress == 2 ? '"' + field + '"' : field)
                        .append(' ');
                fields.add(field);
            }
            return fields(random, fields, message.toString());
        });
    }

    private static Case fields(Random random, List<String> fields, String message) {
        int count = 1 + random.nextInt(4);
        int ellipsis = random.nextBoolean() ? random.nextInt(count + 1) : -1;
        List<String> parts = new ArrayList<>();
        boolean matches = ellipsis < 0 ? fields.size() == count : fields.size() >= count;
        for (int i = 0; i < count; i++) {
            if (i == ellipsis) {
                parts.add("...");
            }
            int at = ellipsis >= 0 && i >= ellipsis ? fields.size() - count + i : i;
            String name = "w" + i;
            String operand = one(random, OPERANDS);
            boolean equal = random.nextBoolean();
            int kind = random.nextInt(4);
            String value = at >= 0 && at < fields.size() ? fields.get(at) : "";
            if (kind == 0) {
                parts.add(name + space(random) + (equal ? "=" : "!=") + space(random) + operand);
                matches = matches && equals(value, operand, false) == equal;
            } else if (kind == 1) {
                String order = one(random, ORDERS);
                String bound = one(random, NUMBERS);
                parts.add(name + order + bound + " || " + name + "=" + operand);
                matches = matches && (ordered(value, order, bound) || equals(value, operand, false));
            } else if (kind == 2) {
                parts.add(name + "!=" + operand + space(random) + "&&" + space(random) + name + "=*");
                matches = matches && !equals(value, operand, false);
            } else {
                parts.add(name);
            }
        }
        if (ellipsis == count) {
            parts.add("...");
        }
        return new Case("[" + String.join(random.nextBoolean() ? "," : " , ", parts) + "]", message, matches);
    }

    @Provide
    Arbitrary<Case> terms() {
        return Arbitraries.randomValue(random -> {
            String message = words(random, 6);
            List<String> parts = new ArrayList<>();
            boolean all = true;
            boolean mixed = false;
            boolean optional = false;
            boolean any = false;
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                boolean phrase = random.nextBoolean();
                String term = phrase ? words(random, 2) : one(random, List.of("ab", "a", "cd", "é"));
                boolean found = message.contains(term);
                String text = phrase ? '"' + term + '"' : term;
                switch (random.nextInt(3)) {
                    case 0 -> {
                        parts.add("?" + text);
                        optional = true;
                        any = any || found;
                    }
                    case 1 -> {
                        parts.add("-" + text);
                        mixed = true;
                        all = all && !found;
                    }
                    default -> {
                        parts.add(text);
                        mixed = true;
                        all = all && found;
                    }
                }
            }
            return new Case(String.join(" ", parts), message, mixed ? all : !optional || any);
        });
    }

    private static String words(Random random, int most) {
        List<String> words = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            words.add(one(random, List.of("ab", "abcd", "cd", "a-b", "é")));
        }
        return String.join(" ", words);
    }

    private static String space(Random random) {
        return random.nextBoolean() ? " " : "";
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
