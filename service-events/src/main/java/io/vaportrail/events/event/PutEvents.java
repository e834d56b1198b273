package io.vaportrail.events.event;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.delivery.Router;
import io.vaportrail.events.delivery.Router.Routed;
import io.vaportrail.events.status.EventsMetrics;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.model.events.PutEventsRequest;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.model.events.PutEventsResponse;
import io.vaportrail.model.events.PutEventsResultEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PutEvents: the events of users, and of AWS services that call it within the process. Answers when the deliveries have been set
 * off; it does not wait for targets that take their time.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
public final class PutEvents implements AsyncHandler<PutEventsRequest, PutEventsResponse> {
    private static final Logger log = LoggerFactory.getLogger(PutEvents.class);

    private final Buses buses;
    private final Router router;
    private final EventsMetrics metrics;
    private final EmulatorClock clock;
    private final Ids ids;

    /** The operation. */
    public PutEvents(Buses buses, Router router, EventsMetrics metrics, EmulatorClock clock, Ids ids) {
        this.buses = buses;
        this.router = router;
        this.metrics = metrics;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public CompletionStage<PutEventsResponse> handle(PutEventsRequest input, Call call) {
        if (input.endpointId() != null) {
            throw EventsErrors.notImplemented("global endpoints of EventBridge (EndpointId)");
        }
        int bytes = Entries.checkSize(input.entries());
        List<PutEventsResultEntry> results = new ArrayList<>();
        List<Routed> accepted = new ArrayList<>();
        int failed = 0;
        for (PutEventsRequestEntry entry : input.entries()) {
            Entries.Read read = Entries.read(entry, call.caller().type() == Caller.Type.AWS_SERVICE);
            Entries.Refusal refusal = read.refusal();
            if (refusal == null) {
                Event event = event(entry, read.detail(), call);
                results.add(PutEventsResultEntry.builder().eventId(event.id()).build());
                accept(accepted, entry, event, call);
            } else {
                failed++;
                results.add(PutEventsResultEntry.builder()
                        .errorCode(refusal.code())
                        .errorMessage(refusal.message())
                        .build());
            }
        }
        metrics.put(call.accountId(), call.region(), results.size(), failed, bytes);
        PutEventsResponse answer = PutEventsResponse.builder()
                .failedEntryCount(failed)
                .entries(results)
                .build();
        return router.route(accepted, bytes, call).thenApply(nothing -> answer);
    }

    /** What is put on a bus that does not exist is taken with an id of its own and gone, as with AWS. */
    private void accept(List<Routed> accepted, PutEventsRequestEntry entry, Event event, Call call) {
        EventBus bus = buses.find(entry.eventBusName(), call.accountId(), call.region());
        if (bus == null) {
            log.info("event {} is lost: there is no event bus {}", event.id(), entry.eventBusName());
        } else {
            accepted.add(new Routed(bus, event));
        }
    }

    private Event event(PutEventsRequestEntry entry, String detail, Call call) {
        Instant now = clock.now();
        return new Event(
                ids.uuid(),
                String.valueOf(entry.source()),
                String.valueOf(entry.detailType()),
                call.accountId(),
                Objects.requireNonNullElse(entry.time(), now),
                call.region(),
                Objects.requireNonNullElse(entry.resources(), List.of()),
                detail,
                null,
                now,
                entry.traceHeader() == null ? call.origin().traceHeader() : entry.traceHeader(),
                false);
    }
}
