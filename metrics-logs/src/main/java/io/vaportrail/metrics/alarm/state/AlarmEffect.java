package io.vaportrail.metrics.alarm.state;

/** Something that happened to an alarm of which others are told. Complete in itself, so that it can be told without a lock. */
public sealed interface AlarmEffect permits StateChange, ConfigurationChange {
    /** Whose alarm, 12 digits. */
    String accountId();

    /** Where. */
    String region();

    /** The alarm's name. */
    String name();

    /** The alarm's ARN. */
    String arn();
}
