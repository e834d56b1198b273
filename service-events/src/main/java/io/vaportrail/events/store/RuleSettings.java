package io.vaportrail.events.store;

import io.vaportrail.events.pattern.EventPattern;
import io.vaportrail.events.schedule.Schedule;
import io.vaportrail.model.events.RuleState;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, as its owner last put it.
 *
 * @param pattern which events it wants, or {@code null}
 * @param schedule when it fires on its own, or {@code null}
 * @param state one of {@link RuleState}
 * @param description or {@code null}
 * @param roleArn or {@code null}
 */
public record RuleSettings(
        @Nullable EventPattern pattern,
        @Nullable Schedule schedule,
        String state,
        @Nullable String description,
        @Nullable String roleArn) {
    /** Whether it does anything. */
    public boolean enabled() {
        return !state.equals(RuleState.DISABLED);
    }

    /** Whether it wants read-only management events of CloudTrail as well. */
    public boolean readOnlyEvents() {
        return state.equals(RuleState.ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS);
    }

    /** The same in another state. */
    public RuleSettings in(String newState) {
        return new RuleSettings(pattern, schedule, newState, description, roleArn);
    }
}
