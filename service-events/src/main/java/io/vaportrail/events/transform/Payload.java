package io.vaportrail.events.transform;

import io.vaportrail.events.event.Event;

/** What of an event a target gets. Immutable. */
@FunctionalInterface
public interface Payload {
    /**
     * The text for the target.
     *
     * @param event what happened
     * @param json the event as JSON
     * @param rule whose target it is
     * @throws PayloadException when nothing can be made of the event
     */
    String of(Event event, String json, RuleName rule) throws PayloadException;

    /**
     * A rule as templates name it.
     *
     * @param arn its ARN
     * @param name its name
     */
    record RuleName(String arn, String name) {}
}
