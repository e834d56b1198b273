package io.vaportrail.metrics.alarm.action;

import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.metrics.alarm.state.AlarmEffect;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.PutEventsRequest;
import io.vaportrail.schema.ServiceException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the events of alarms on the default bus. AWS keeps no history of them. In an emulator without EventBridge that is logged
 * once, and it is not called again.
 */
final class EventBridge {
    private static final Logger log = LoggerFactory.getLogger(EventBridge.class);

    private final InternalCalls calls;
    private final AtomicBoolean absent = new AtomicBoolean();

    EventBridge(InternalCalls calls) {
        this.calls = calls;
    }

    void tell(AlarmEffect effect) {
        if (absent.get()) {
            return;
        }
        PutEventsRequest request = PutEventsRequest.builder()
                .entries(List.of(AlarmEvents.of(effect)))
                .build();
        calls.call(EventsService.PUT_EVENTS, request, ActionRunner.caller(effect), effect.region(), null)
                .whenComplete((output, thrown) -> {
                    if (thrown != null) {
                        untold(effect, ActionRunner.cause(thrown));
                    } else if (output.failedEntryCount() != null && output.failedEntryCount() > 0) {
                        log.warn("EventBridge refused an event of {}: {}", effect.arn(), output.entries());
                    }
                });
    }

    private void untold(AlarmEffect effect, Throwable why) {
        boolean notThere =
                why instanceof ServiceException error && error.error().code().equals("NotImplemented");
        if (!notThere) {
            log.warn("EventBridge was not told of {}: {}", effect.arn(), why.getMessage());
        } else if (!absent.getAndSet(true)) {
            log.warn("EventBridge is not told of alarms: {}", why.getMessage());
        }
    }
}
