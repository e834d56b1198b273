package io.vaportrail.events.pattern;

import java.util.List;
import software.amazon.event.ruler.GenericMachine;

/** Asks the event ruler. */
final class Matching {
    private Matching() {}

    static <T> List<T> rules(GenericMachine<T> machine, String event) {
        try {
            return machine.rulesForJSONEvent(event);
        } catch (Exception e) {
            // Its signature says Exception; what reaches it here has been read as JSON before.
            throw new IllegalStateException("event: cannot be matched (expected: a JSON object)", e);
        }
    }
}
