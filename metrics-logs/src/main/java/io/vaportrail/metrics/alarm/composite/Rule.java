package io.vaportrail.metrics.alarm.composite;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule of a composite alarm. */
public sealed interface Rule {
    /**
     * Whether it holds.
     *
     * @param states the states of the alarms that it names
     */
    boolean holds(States states);

    /** Adds the names of the alarms that it names, in their order. */
    void names(Set<String> into);

    /** Knows the states of alarms. */
    @FunctionalInterface
    interface States {
        /** The state of an alarm, or {@code null} when there is no such alarm. */
        @Nullable String of(String alarm);
    }

    /** {@code TRUE} or {@code FALSE}. */
    record Constant(boolean value) implements Rule {
        @Override
        public boolean holds(States states) {
            return value;
        }

        @Override
        public void names(Set<String> into) {}
    }

    /** {@code ALARM(name)} and its like. */
    record InState(String state, String alarm) implements Rule {
        @Override
        public boolean holds(States states) {
            return state.equals(states.of(alarm));
        }

        @Override
        public void names(Set<String> into) {
            into.add(alarm);
        }
    }

    /** {@code NOT rule}. */
    record Not(Rule rule) implements Rule {
        @Override
        public boolean holds(States states) {
            return !rule.holds(states);
        }

        @Override
        public void names(Set<String> into) {
            rule.names(into);
        }
    }

    /** {@code rule AND rule …}. */
    record And(List<Rule> rules) implements Rule {
        @Override
        public boolean holds(States states) {
            return rules.stream().allMatch(rule -> rule.holds(states));
        }

        @Override
        public void names(Set<String> into) {
            rules.forEach(rule -> rule.names(into));
        }
    }

    /** {@code rule OR rule …}. */
    record Or(List<Rule> rules) implements Rule {
        @Override
        public boolean holds(States states) {
            return rules.stream().anyMatch(rule -> rule.holds(states));
        }

        @Override
        public void names(Set<String> into) {
            rules.forEach(rule -> rule.names(into));
        }
    }

    /**
     * {@code AT_LEAST(2, ALARM, (a, b, c))}.
     *
     * @param number how many, or how many of a hundred
     * @param percent whether the number is a percentage
     * @param negated whether those count that are not in the state
     */
    record AtLeast(int number, boolean percent, boolean negated, String state, List<String> alarms) implements Rule {
        private static final int HUNDRED = 100;

        @Override
        public boolean holds(States states) {
            int count = 0;
            for (String alarm : alarms) {
                if (state.equals(states.of(alarm)) != negated) {
                    count++;
                }
            }
            return percent ? count * HUNDRED >= number * alarms.size() : count >= number;
        }

        @Override
        public void names(Set<String> into) {
            into.addAll(alarms);
        }
    }
}
