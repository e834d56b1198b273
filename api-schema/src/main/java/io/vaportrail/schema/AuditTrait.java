package io.vaportrail.schema;

/**
 * How CloudTrail sees an operation.
 *
 * @param eventName the name it records, the operation's unless AWS uses another
 * @param category management or data
 * @param readOnly whether it changes nothing
 */
public record AuditTrait(String eventName, EventCategory category, boolean readOnly) {}
