package io.vaportrail.events.store;

import io.vaportrail.events.transform.Payload;
import io.vaportrail.model.events.Target;

/**
 * A target of a rule. Immutable.
 *
 * @param shape as its owner put it
 * @param arn what is called
 * @param payload what it gets
 * @param logStream the name of the stream that events are written to if it is a log group
 */
public record RuleTarget(Target shape, EventsArn arn, Payload payload, String logStream) {}
