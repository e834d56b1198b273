package io.vaportrail.trail.record;

/**
 * A resource as the event history names it.
 *
 * @param type for example {@code AWS::SQS::Queue}
 * @param name name, id, URL or ARN, as in the call
 */
public record NamedResource(String type, String name) {}
