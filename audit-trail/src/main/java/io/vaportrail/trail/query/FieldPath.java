package io.vaportrail.trail.query;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way from a record to values in it. A list stands for its elements wherever one is met, so that a path may lead to any number of
 * values.
 *
 * @param steps at least one, the first of which is a name
 */
record FieldPath(List<Step> steps) {
    static final Step EACH = new Each();

    FieldPath {
        steps = List.copyOf(steps);
    }

    /** One step. */
    sealed interface Step permits Name, Index, Each {}

    /** To the member of that name. */
    record Name(String name) implements Step {}

    /** To one element of a list, counted from 0. */
    record Index(int index) implements Step {}

    /** To every element of a list; to nothing from what is none. */
    record Each() implements Step {}

    /** The field of the record that the path begins with. */
    String field() {
        return ((Name) steps.get(0)).name();
    }

    /** The names joined by dots, or {@code null} when a step is not by name. */
    @Nullable String dotted() {
        boolean names = steps.stream().allMatch(Name.class::isInstance);
        return names ? steps.stream().map(step -> ((Name) step).name()).collect(Collectors.joining(".")) : null;
    }

    /** Whether any value that the path leads to meets the test. There is no value where JSON has {@code null}. */
    boolean leadsTo(Map<String, @Nullable Object> record, Predicate<Object> test) {
        return leads(record, 0, test);
    }

    private boolean leads(@Nullable Object value, int at, Predicate<Object> test) {
        if (value == null) {
            return false;
        }
        if (at == steps.size()) {
            return value instanceof List<?> list ? any(list, at, test) : test.test(value);
        }
        Step step = steps.get(at);
        if (value instanceof List<?> list) {
            if (step instanceof Index one) {
                return one.index() < list.size() && leads(list.get(one.index()), at + 1, test);
            }
            return any(list, step instanceof Each ? at + 1 : at, test);
        }
        return step instanceof Name name
                && value instanceof Map<?, ?> members
                && leads(members.get(name.name()), at + 1, test);
    }

    private boolean any(List<?> list, int at, Predicate<Object> test) {
        for (Object element : list) {
            if (leads(element, at, test)) {
                return true;
            }
        }
        return false;
    }
}
