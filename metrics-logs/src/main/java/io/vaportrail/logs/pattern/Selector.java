package io.vaportrail.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The way to a property of a JSON message, for example {@code $.items[*].name}. */
final class Selector {
    private static final Object MISSING = new Object();

    private final String text;
    private final List<Step> steps;
    private final boolean wildcard;

    private Selector(String text, List<Step> steps) {
        this.text = text;
        this.steps = steps;
        this.wildcard = steps.stream().anyMatch(step -> step.name == null && step.index < 0);
    }

    /**
     * One step down.
     *
     * @param name of a property, or {@code null}
     * @param index in an array; when it is negative and there is no name, every element or property
     */
    private record Step(@Nullable String name, int index) {
        static final Step ANY = new Step(null, -1);
    }

    static Selector parse(PatternScanner scanner) throws PatternSyntax {
        int start = scanner.position();
        StringBuilder text = new StringBuilder("$");
        scanner.expect("$");
        List<Step> steps = new ArrayList<>();
        while (scanner.peek() == '.' || scanner.peek() == '[') {
            steps.add(scanner.peek() == '[' ? bracket(scanner, text) : property(scanner, text));
        }
        if (steps.isEmpty()) {
            throw scanner.wrong("a property selector such as $.name");
        }
        Selector selector = new Selector(text.toString(), List.copyOf(steps));
        if (steps.stream().filter(Step.ANY::equals).count() > 1) {
            throw new PatternSyntax("at most one wildcard in a selector", start);
        }
        return selector;
    }

    private static Step property(PatternScanner scanner, StringBuilder text) throws PatternSyntax {
        scanner.expect(".");
        if (scanner.peek() == '[') {
            return bracket(scanner, text);
        }
        if (scanner.take("*")) {
            text.append(".*");
            return Step.ANY;
        }
        String name = scanner.run(c -> PatternScanner.isAlphanumeric(c) || c == '_' || c == '-' || c > 0x7f);
        if (name.isEmpty()) {
            throw scanner.wrong("the name of a property");
        }
        text.append('.').append(name);
        return new Step(name, -1);
    }

    private static Step bracket(PatternScanner scanner, StringBuilder text) throws PatternSyntax {
        scanner.expect("[");
        char quote = scanner.peek();
        if (quote == '\'' || quote == '"') {
            scanner.skip(1);
            String name = scanner.run(c -> c != quote);
            scanner.expect(String.valueOf(quote));
            scanner.expect("]");
            text.append("['").append(name).append("']");
            return new Step(name, -1);
        }
        if (scanner.take("*")) {
            scanner.expect("]");
            text.append("[*]");
            return Step.ANY;
        }
        String digits = scanner.run(c -> c >= '0' && c <= '9');
        if (digits.isEmpty() || digits.length() > 9) {
            throw scanner.wrong("an index, '*' or a name in quotes");
        }
        scanner.expect("]");
        text.append('[').append(digits).append(']');
        return new Step(null, Integer.parseInt(digits));
    }

    boolean hasWildcard() {
        return wildcard;
    }

    /** As it is written, without spaces. */
    String text() {
        return text;
    }

    /** Whether there is anything there, even {@code null}. */
    boolean exists(@Nullable Object root) {
        return any(root, value -> true);
    }

    /** Whether something there passes the test; with a wildcard one of many. */
    boolean any(@Nullable Object root, Predicate<@Nullable Object> test) {
        return any(root, 0, test);
    }

    private boolean any(@Nullable Object here, int depth, Predicate<@Nullable Object> test) {
        if (depth == steps.size()) {
            return test.test(here);
        }
        Step step = steps.get(depth);
        if (step.equals(Step.ANY)) {
            Iterable<?> children =
                    here instanceof Map<?, ?> map ? map.values() : here instanceof List<?> list ? list : List.of();
            for (Object child : children) {
                if (any(child, depth + 1, test)) {
                    return true;
                }
            }
            return false;
        }
        Object child = child(here, step);
        return child != MISSING && any(child, depth + 1, test);
    }

    private static @Nullable Object child(@Nullable Object here, Step step) {
        if (step.name != null) {
            return here instanceof Map<?, ?> map && map.containsKey(step.name) ? map.get(step.name) : MISSING;
        }
        return here instanceof List<?> list && step.index < list.size() ? list.get(step.index) : MISSING;
    }

    /** The text of the first text, number or boolean there, or {@code null}. */
    @Nullable String scalar(@Nullable Object root) {
        String[] found = new String[1];
        any(root, value -> {
            found[0] = Scalars.text(value);
            return found[0] != null;
        });
        return found[0];
    }
}
