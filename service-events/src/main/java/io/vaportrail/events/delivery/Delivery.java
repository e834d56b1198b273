package io.vaportrail.events.delivery;

import io.vaportrail.core.service.Call;
import io.vaportrail.events.event.Event;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.store.RuleTarget;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a target. Immutable.
 *
 * @param rule that the event matched
 * @param target where it goes
 * @param event what is delivered
 * @param json the event as JSON
 * @param payload what the target gets
 * @param sinceMillis when it was tried first, in milliseconds since 1970
 * @param attempts how often it has been tried
 * @param cause the call that brought the event, or {@code null}
 */
record Delivery(
        Rule rule,
        RuleTarget target,
        Event event,
        String json,
        String payload,
        long sinceMillis,
        int attempts,
        @Nullable Call cause) {

    /** The same once it has been tried. Its cause is let go: it holds all that was put together with the event. */
    Delivery triedOnceMore() {
        return new Delivery(rule, target, event, json, payload, sinceMillis, attempts + 1, null);
    }

    /** How many characters it holds on to. */
    int characters() {
        return json.length() + (payload.equals(json) ? 0 : payload.length());
    }
}
