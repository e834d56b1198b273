package io.vaportrail.metrics.alarm.state;

import org.jspecify.annotations.Nullable;

/**
 * An alarm that was made, changed or deleted.
 *
 * @param accountId whose alarm, 12 digits
 * @param region where
 * @param name its name
 * @param arn its ARN
 * @param operation {@code create}, {@code update} or {@code delete}
 * @param atMillis when
 * @param state the state it is in
 * @param suppressedBy what keeps its actions back, or {@code null}
 * @param configuration how it is configured now, or was when it was deleted
 * @param previous how it was configured before it was changed; otherwise {@code null}
 */
public record ConfigurationChange(
        String accountId,
        String region,
        String name,
        String arn,
        String operation,
        long atMillis,
        AlarmState state,
        @Nullable String suppressedBy,
        Configuration configuration,
        @Nullable Configuration previous)
        implements AlarmEffect {
    static final String CREATE = "create";
    static final String UPDATE = "update";
    static final String DELETE = "delete";

    static ConfigurationChange of(
            AlarmStore store, Alarm alarm, String operation, long nowMillis, @Nullable Configuration previous) {
        return new ConfigurationChange(
                store.accountId(),
                store.region(),
                alarm.name(),
                alarm.arn(),
                operation,
                nowMillis,
                alarm.state(),
                alarm.suppressedBy(),
                Configuration.of(alarm),
                previous);
    }
}
