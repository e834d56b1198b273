package io.vaportrail.trail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The language against a plain reading of what its documentation says, and its parser against anything. */
final class WherePropertyTest {
    private static final List<String> KEYS = List.of("a", "b", "c");
    private static final List<String> TEXTS = List.of("", "a", "ab", "b*", "5", "5.0", "-1", "true", "it's", "\\");

    /** A query that says what it means by itself. */
    private interface Model {
        String text();

        boolean holds(@Nullable Object record);
    }

    private record Step(String text, @Nullable String key, int index) {}

    private record Joined(String word, Model left, Model right) implements Model {
        @Override
        public String text() {
            return "(" + left.text() + ") " + word + " (" + right.text() + ")";
        }

        @Override
        public boolean holds(@Nullable Object record) {
            return word.equals("and")
                    ? left.holds(record) && right.holds(record)
                    : left.holds(record) || right.holds(record);
        }
    }

    private record Negated(Model inner) implements Model {
        @Override
        public String text() {
            return "not (" + inner.text() + ")";
        }

        @Override
        public boolean holds(@Nullable Object record) {
            return !inner.holds(record);
        }
    }

    /** A condition; the values are texts, {@link BigDecimal} or {@link Boolean}. */
    private record Condition(List<Step> path, String operator, List<Object> values) implements Model {
        @Override
        public String text() {
            StringBuilder text = new StringBuilder("requestParameters");
            path.forEach(step -> text.append(step.text()));
            text.append(' ').append(operator);
            List<String> literals = values.stream().map(Condition::literal).toList();
            if (operator.endsWith("in")) {
                text.append(" (").append(String.join(", ", literals)).append(')');
            } else if (operator.endsWith("null")) {
                return text.toString();
            } else if (!operator.endsWith("exists")) {
                text.append(' ').append(literals.get(0));
            }
            return text.toString();
        }

        private static String literal(Object value) {
            return value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString();
        }

        @Override
        public boolean holds(@Nullable Object record) {
            List<Object> found = find(record);
            return switch (operator) {
                case "exists", "!= null" -> !found.isEmpty();
                case "not exists", "= null" -> found.isEmpty();
                case "=", "in" -> found.stream().anyMatch(this::equalsAny);
                case "!=", "not in" -> found.stream().noneMatch(this::equalsAny);
                case "like" -> found.stream().anyMatch(this::isLike);
                case "not like" -> found.stream().noneMatch(this::isLike);
                default -> found.stream().anyMatch(this::isOrdered);
            };
        }

        private List<Object> find(@Nullable Object record) {
            List<Object> found = new ArrayList<>();
            found.add(record == null ? List.of() : record);
            for (Step step : path) {
                List<Object> next = new ArrayList<>();
                for (Object value : found) {
                    if (step.key() != null) {
                        for (Object element : flat(value)) {
                            if (element instanceof Map<?, ?> map && map.get(step.key()) != null) {
                                next.add(map.get(step.key()));
                            }
                        }
                    } else if (value instanceof List<?> list) {
                        for (int i = 0; i < list.size(); i++) {
                            if (list.get(i) != null && (step.index() < 0 || step.index() == i)) {
                                next.add(list.get(i));
                            }
                        }
                    }
                }
                found = next;
            }
            return found.stream().flatMap(value -> flat(value).stream()).toList();
        }

        private static List<Object> flat(@Nullable Object value) {
            if (value instanceof List<?> list) {
                return list.stream().flatMap(element -> flat(element).stream()).toList();
            }
            return value == null ? List.of() : List.of(value);
        }

        private boolean equalsAny(Object value) {
            return values.stream().anyMatch(literal -> compare(value, literal) == 0);
        }

        private boolean isOrdered(Object value) {
            int order = compare(value, values.get(0));
            if (order == Integer.MIN_VALUE) {
                return false;
            }
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }

        /** The least integer when the two cannot be compared. */
        private static int compare(Object value, Object literal) {
            if (value instanceof Map) {
                return Integer.MIN_VALUE;
            }
            if (literal instanceof BigDecimal number) {
                try {
                    return value instanceof Boolean
                            ? Integer.MIN_VALUE
                            : new BigDecimal(value.toString()).compareTo(number);
                } catch (NumberFormatException e) {
                    return Integer.MIN_VALUE;
                }
            }
            return Integer.signum(value.toString().compareTo(literal.toString()));
        }

        private boolean isLike(Object value) {
            StringBuilder regex = new StringBuilder();
            String pattern = (String) values.get(0);
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.startsWith("\\*", i) || pattern.startsWith("\\\\", i)) {
                    regex.append(Pattern.quote(pattern.substring(++i, i + 1)));
                } else {
                    regex.append(pattern.charAt(i) == '*' ? "(?s).*" : Pattern.quote(pattern.substring(i, i + 1)));
                }
            }
            return !(value instanceof Map) && value.toString().matches(regex.toString());
        }
    }

    @Property
    void meansWhatItSays(@ForAll("queries") Model query, @ForAll("values") @Nullable Object parameters) {
        Map<String, @Nullable Object> record = new HashMap<>();
        record.put("requestParameters", parameters);

        assertThat(Where.parse(query.text()).expression().test(new MapSubject(record)))
                .as("%s on %s", query.text(), parameters)
                .isEqualTo(query.holds(parameters));
    }

    @Property
    void anythingIsReadOrRefusedWithAPlace(@ForAll("scribbles") String query) {
        try {
            Where.parse(query);
        } catch (WhereSyntaxException e) {
            assertThat(e.position()).isBetween(1, query.length() + 1);
            assertThat(e.getMessage())
                    .startsWith("where, character " + e.position() + ": ")
                    .contains(" (expected: ");
            assertThat(String.valueOf(e.getMessage()).chars()).noneMatch(Character::isISOControl);
        }
    }

    @Provide
    Arbitrary<String> scribbles() {
        Arbitrary<String> words = Arbitraries.of(
                        "eventName",
                        "userIdentity",
                        "requestParameters",
                        ".",
                        "[",
                        "]",
                        "[]",
                        "(",
                        ")",
                        "=",
                        "!=",
                        "<",
                        ">=",
                        "in",
                        "like",
                        "exists",
                        "not",
                        "and",
                        "or",
                        "'x'",
                        "\"",
                        "'",
                        "5",
                        "-",
                        "null",
                        "true",
                        ",",
                        " ",
                        "\n",
                        "😀",
                        "\\")
                .list()
                .ofMaxSize(24)
                .map(list -> String.join(" ", list));
        Arbitrary<String> glued = words.map(text -> text.replace(" ", ""));
        return Arbitraries.oneOf(
                words,
                glued,
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(60));
    }

    @Provide
    Arbitrary<Model> queries() {
        return Arbitraries.lazyOf(
                this::conditions,
                this::conditions,
                () -> Combinators.combine(Arbitraries.of("and", "or"), queries(), queries())
                        .as(Joined::new),
                () -> queries().map(Negated::new));
    }

    private Arbitrary<Model> conditions() {
        Arbitrary<Step> steps = Arbitraries.of(
                new Step(".a", "a", 0),
                new Step(".b", "b", 0),
                new Step("['c']", "c", 0),
                new Step("[]", null, -1),
                new Step("[0]", null, 0),
                new Step("[1]", null, 1));
        Arbitrary<List<Step>> paths = steps.list().ofMaxSize(3);
        Arbitrary<Object> numbers = Arbitraries.of(new BigDecimal("5"), new BigDecimal("-1"), new BigDecimal("0.5"));
        Arbitrary<Object> texts = Arbitraries.of(TEXTS).map(text -> text);
        Arbitrary<Object> literals =
                Arbitraries.oneOf(texts, numbers, Arbitraries.of(true, false).map(flag -> flag));
        Arbitrary<Object> patterns =
                Arbitraries.strings().withChars("ab*\\5't").ofMaxLength(5).map(text -> text);
        return Arbitraries.oneOf(
                condition(
                        paths,
                        Arbitraries.of("=", "!=", "in", "not in", "exists", "not exists", "= null", "!= null"),
                        literals),
                condition(paths, Arbitraries.of("<", "<=", ">", ">="), Arbitraries.oneOf(texts, numbers)),
                condition(paths, Arbitraries.of("like", "not like"), patterns));
    }

    private static Arbitrary<Model> condition(
            Arbitrary<List<Step>> paths, Arbitrary<String> operators, Arbitrary<Object> literals) {
        return Combinators.combine(
                        paths, operators, literals.list().ofMinSize(1).ofMaxSize(3))
                .as((path, operator, values) ->
                        new Condition(path, operator, operator.endsWith("in") ? values : values.subList(0, 1)));
    }

    @Provide
    Arbitrary<@Nullable Object> values() {
        return values(3);
    }

    private static Arbitrary<@Nullable Object> values(int depth) {
        Arbitrary<Object> present = Arbitraries.oneOf(
                Arbitraries.of(TEXTS).map(text -> text),
                Arbitraries.of(new BigDecimal("5"), new BigDecimal("0.50"), new BigDecimal("-1"))
                        .map(n -> n),
                Arbitraries.of(true, false).map(flag -> flag));
        Arbitrary<@Nullable Object> plain = present.injectNull(0.2);
        if (depth == 0) {
            return plain;
        }
        Arbitrary<@Nullable Object> inner = values(depth - 1);
        Arbitrary<@Nullable Object> lists = inner.list().ofMaxSize(3).map(list -> list);
        Arbitrary<@Nullable Object> maps =
                Arbitraries.maps(Arbitraries.of(KEYS), inner).ofMaxSize(3).map(map -> map);
        return Arbitraries.oneOf(plain, lists, maps, maps);
    }
}
