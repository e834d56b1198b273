package io.vaportrail.events.bus;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.store.BusSettings;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Paging;
import io.vaportrail.events.tag.TagRules;
import io.vaportrail.model.events.CreateEventBusRequest;
import io.vaportrail.model.events.CreateEventBusResponse;
import io.vaportrail.model.events.DeleteEventBusRequest;
import io.vaportrail.model.events.DescribeEventBusRequest;
import io.vaportrail.model.events.DescribeEventBusResponse;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.ListEventBusesRequest;
import io.vaportrail.model.events.ListEventBusesResponse;
import io.vaportrail.model.events.UpdateEventBusRequest;
import io.vaportrail.model.events.UpdateEventBusResponse;
import io.vaportrail.schema.Unit;
import java.time.Instant;

/**
 * CreateEventBus, DeleteEventBus, DescribeEventBus, ListEventBuses, UpdateEventBus.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html">Event buses</a>
 */
public final class BusOperations {
    private final Buses buses;
    private final EmulatorClock clock;

    /** Operations on these. */
    public BusOperations(Buses buses, EmulatorClock clock) {
        this.buses = buses;
        this.clock = clock;
    }

    /** Registers them. */
    public void register(OperationRegistry operations) {
        operations
                .inline(EventsService.CREATE_EVENT_BUS, this::createEventBus)
                .inline(EventsService.DELETE_EVENT_BUS, this::deleteEventBus)
                .inline(EventsService.DESCRIBE_EVENT_BUS, this::describeEventBus)
                .inline(EventsService.LIST_EVENT_BUSES, this::listEventBuses)
                .inline(EventsService.UPDATE_EVENT_BUS, this::updateEventBus);
    }

    private CreateEventBusResponse createEventBus(CreateEventBusRequest input, Call call) {
        if (input.eventSourceName() != null) {
            throw EventsErrors.notImplemented("partner event sources (EventSourceName)");
        }
        if (input.name().indexOf('/') >= 0) {
            throw EventsErrors.validation("Event bus name must not contain '/'.");
        }
        Instant now = clock.now();
        BusSettings settings = new BusSettings(
                input.description(),
                input.kmsKeyIdentifier(),
                input.deadLetterConfig(),
                input.logConfig(),
                null,
                TagRules.initial(input.tags()),
                now,
                now);
        EventBus bus = buses.create(call.accountId(), call.region(), input.name(), settings);
        return CreateEventBusResponse.builder()
                .eventBusArn(bus.arn().toString())
                .description(input.description())
                .kmsKeyIdentifier(input.kmsKeyIdentifier())
                .deadLetterConfig(input.deadLetterConfig())
                .logConfig(input.logConfig())
                .build();
    }

    private Unit deleteEventBus(DeleteEventBusRequest input, Call call) {
        if (input.name().equals(EventBus.DEFAULT)) {
            throw EventsErrors.validation("Cannot delete event bus default.");
        }
        EventBus bus = buses.get(input.name(), call.accountId(), call.region());
        synchronized (bus) {
            if (bus.ruleCount() > 0) {
                throw EventsErrors.validation("Event bus " + bus.name() + " can't be deleted since it has rules.");
            }
            buses.delete(bus);
        }
        return Unit.INSTANCE;
    }

    private DescribeEventBusResponse describeEventBus(DescribeEventBusRequest input, Call call) {
        EventBus bus = buses.get(input.name(), call.accountId(), call.region());
        BusSettings settings = bus.settings();
        return DescribeEventBusResponse.builder()
                .name(bus.name())
                .arn(bus.arn().toString())
                .description(settings.description())
                .kmsKeyIdentifier(settings.kmsKeyIdentifier())
                .deadLetterConfig(settings.deadLetterConfig())
                .policy(settings.policy())
                .logConfig(settings.logConfig())
                .creationTime(settings.created())
                .lastModifiedTime(settings.modified())
                .build();
    }

    private ListEventBusesResponse listEventBuses(ListEventBusesRequest input, Call call) {
        String prefix = input.namePrefix() == null ? "" : input.namePrefix();
        Paging<EventBus> page = Paging.of(
                buses.in(call.accountId(), call.region()),
                bus -> bus.name().startsWith(prefix),
                input.nextToken(),
                input.limit());
        return ListEventBusesResponse.builder()
                .eventBuses(page.elements().stream().map(BusOperations::listed).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static io.vaportrail.model.events.EventBus listed(EventBus bus) {
        BusSettings settings = bus.settings();
        return io.vaportrail.model.events.EventBus.builder()
                .name(bus.name())
                .arn(bus.arn().toString())
                .description(settings.description())
                .policy(settings.policy())
                .creationTime(settings.created())
                .lastModifiedTime(settings.modified())
                .build();
    }

    /** What is not given stays as it is. */
    private UpdateEventBusResponse updateEventBus(UpdateEventBusRequest input, Call call) {
        EventBus bus = buses.get(input.name(), call.accountId(), call.region());
        bus.change(old -> new BusSettings(
                input.description() == null ? old.description() : input.description(),
                input.kmsKeyIdentifier() == null ? old.kmsKeyIdentifier() : input.kmsKeyIdentifier(),
                input.deadLetterConfig() == null ? old.deadLetterConfig() : input.deadLetterConfig(),
                input.logConfig() == null ? old.logConfig() : input.logConfig(),
                old.policy(),
                old.tags(),
                old.created(),
                clock.now()));
        buses.report(bus);
        BusSettings settings = bus.settings();
        return UpdateEventBusResponse.builder()
                .arn(bus.arn().toString())
                .name(bus.name())
                .kmsKeyIdentifier(settings.kmsKeyIdentifier())
                .description(settings.description())
                .deadLetterConfig(settings.deadLetterConfig())
                .logConfig(settings.logConfig())
                .build();
    }
}
