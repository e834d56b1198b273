package io.vaportrail.trail.query;

import java.util.List;
import java.util.function.Predicate;

/** What is asked of a value: a {@link String}, {@link java.math.BigDecimal}, {@link Boolean} or map. */
sealed interface ValueTest extends Predicate<Object> {
    /** Any value at all. */
    ValueTest ANYTHING = new Anything();

    /** Whether there is a value. */
    record Anything() implements ValueTest {
        @Override
        public boolean test(Object value) {
            return true;
        }
    }

    /** Whether it equals one of the literals. */
    record OneOf(List<Literal> literals) implements ValueTest {
        public OneOf {
            literals = List.copyOf(literals);
        }

        @Override
        public boolean test(Object value) {
            for (Literal literal : literals) {
                Integer order = literal.compare(value);
                if (order != null && order == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether it stands in that order to the literal. */
    record Order(String operator, Literal literal) implements ValueTest {
        @Override
        public boolean test(Object value) {
            Integer order = literal.compare(value);
            if (order == null) {
                return false;
            }
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    /** Whether its spelling matches the pattern. */
    record Like(Wildcard pattern) implements ValueTest {
        @Override
        public boolean test(Object value) {
            String spelled = Literal.spell(value);
            return spelled != null && pattern.matches(spelled);
        }
    }
}
