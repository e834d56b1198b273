package io.vaportrail.trail.query;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query demands of a record. Immutable. */
sealed interface Expression {
    /** Whether the record meets it. */
    boolean test(Subject subject);

    /** Whether a test may need the rendered record. */
    boolean costly();

    /** The fields of the record that it looks at. */
    Set<String> fields();

    /** Those that cost little first, otherwise in their order. */
    private static List<Expression> cheapFirst(List<Expression> parts) {
        return parts.stream().sorted(Comparator.comparing(Expression::costly)).toList();
    }

    private static Set<String> fieldsOf(List<Expression> parts) {
        Set<String> fields = new HashSet<>();
        parts.forEach(part -> fields.addAll(part.fields()));
        return fields;
    }

    /** All parts are met. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = cheapFirst(parts);
        }

        @Override
        public boolean test(Subject subject) {
            for (Expression part : parts) {
                if (!part.test(subject)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean costly() {
            return parts.get(parts.size() - 1).costly();
        }

        @Override
        public Set<String> fields() {
            return fieldsOf(parts);
        }
    }

    /** One part at least is met. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = cheapFirst(parts);
        }

        @Override
        public boolean test(Subject subject) {
            for (Expression part : parts) {
                if (part.test(subject)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean costly() {
            return parts.get(parts.size() - 1).costly();
        }

        @Override
        public Set<String> fields() {
            return fieldsOf(parts);
        }
    }

    /** The part is not met. */
    record Not(Expression part) implements Expression {
        @Override
        public boolean test(Subject subject) {
            return !part.test(subject);
        }

        @Override
        public boolean costly() {
            return part.costly();
        }

        @Override
        public Set<String> fields() {
            return part.fields();
        }
    }

    /** Any value at the path meets the test. */
    record Condition(
            FieldPath path, ValueTest test, @Nullable StoredField stored) implements Expression {
        Condition(FieldPath path, ValueTest test) {
            this(path, test, StoredField.of(path));
        }

        @Override
        public boolean test(Subject subject) {
            if (stored != null) {
                Object value = subject.stored(stored);
                if (value != StoredField.UNKNOWN) {
                    return value != null && test.test(value);
                }
            }
            return path.leadsTo(subject.record(), test);
        }

        @Override
        public boolean costly() {
            return stored == null;
        }

        @Override
        public Set<String> fields() {
            return Set.of(path.field());
        }
    }
}
