package io.vaportrail.events.store;

import io.vaportrail.core.state.Regional;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All event buses, by account and region. The default one comes into being when somebody first asks for it. */
public final class Buses {
    private static final String SERVICE = "events";

    private final Regional<NavigableMap<String, EventBus>> regions;
    private final EmulatorClock clock;
    private final StateLog log;

    /** No buses but the default ones. */
    public Buses(EmulatorClock clock, StateLog log) {
        this.clock = clock;
        this.log = log;
        this.regions = new Regional<>(this::withDefault);
    }

    private NavigableMap<String, EventBus> withDefault(String accountId, String region) {
        NavigableMap<String, EventBus> buses = new ConcurrentSkipListMap<>();
        buses.put(EventBus.DEFAULT, new EventBus(accountId, region, EventBus.DEFAULT, BusSettings.plain(clock.now())));
        return buses;
    }

    /** The buses of an account in a region, by name. */
    public NavigableMap<String, EventBus> in(String accountId, String region) {
        return regions.in(accountId, region);
    }

    /** The default buses of an account, as far as somebody asked for them. */
    public List<EventBus> defaultsOf(String accountId) {
        return regions.all().stream()
                .map(buses -> buses.get(EventBus.DEFAULT))
                .filter(bus -> bus != null && bus.accountId().equals(accountId))
                .toList();
    }

    /**
     * The bus, or {@code null}.
     *
     * @param nameOrArn a name, or an ARN that may belong to another account or region; {@code null} for the default bus
     * @param accountId of buses given by name
     * @param region of buses given by name
     */
    public @Nullable EventBus find(@Nullable String nameOrArn, String accountId, String region) {
        if (nameOrArn == null) {
            return in(accountId, region).get(EventBus.DEFAULT);
        }
        EventsArn arn = EventsArn.of(nameOrArn);
        if (arn == null) {
            return in(accountId, region).get(nameOrArn);
        }
        String name = arn.busName();
        return name == null ? null : in(arn.accountId(), arn.region()).get(name);
    }

    /**
     * The bus.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    public EventBus get(@Nullable String nameOrArn, String accountId, String region) {
        EventBus bus = find(nameOrArn, accountId, region);
        if (bus == null) {
            EventsArn arn = nameOrArn == null ? null : EventsArn.of(nameOrArn);
            String name = arn == null ? nameOrArn : arn.busName();
            throw EventsErrors.busNotFound(String.valueOf(name));
        }
        return bus;
    }

    /** The rule of an ARN, or {@code null}. */
    public @Nullable Rule findRule(EventsArn arn) {
        if (!arn.service().equals(SERVICE) || !arn.resource().startsWith("rule/")) {
            return null;
        }
        String path = arn.resource().substring("rule/".length());
        int slash = path.lastIndexOf('/');
        String bus = slash < 0 ? EventBus.DEFAULT : path.substring(0, slash);
        EventBus found = in(arn.accountId(), arn.region()).get(bus);
        return found == null ? null : found.findRule(path.substring(slash + 1));
    }

    /** Adds a bus. */
    public EventBus create(String accountId, String region, String name, BusSettings settings) {
        NavigableMap<String, EventBus> buses = in(accountId, region);
        EventBus bus = new EventBus(accountId, region, name, settings);
        synchronized (buses) {
            if (buses.containsKey(name)) {
                throw EventsErrors.exists("Event bus", name);
            }
            if (buses.size() >= EventsLimits.BUSES) {
                throw EventsErrors.limitExceeded();
            }
            buses.put(name, bus);
        }
        report(bus);
        return bus;
    }

    /** Deletes a bus that has no rules. */
    public void delete(EventBus bus) {
        NavigableMap<String, EventBus> buses = in(bus.accountId(), bus.region());
        synchronized (buses) {
            buses.remove(bus.name(), bus);
        }
        log.changed(SERVICE, bus.accountId(), bus.region(), "event-bus", bus.name(), () -> null);
    }

    /** Reports that a bus has changed. */
    public void report(EventBus bus) {
        log.changed(SERVICE, bus.accountId(), bus.region(), "event-bus", bus.name(), bus::settings);
    }

    /** Reports that a rule, its targets or its tags have changed. */
    public void report(Rule rule) {
        EventBus bus = rule.bus();
        log.changed(
                SERVICE,
                bus.accountId(),
                bus.region(),
                "rule",
                bus.name() + "/" + rule.name(),
                () -> rule.deleted() ? null : RuleRecord.of(rule));
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        for (NavigableMap<String, EventBus> buses : regions.remove(accountId)) {
            buses.values().forEach(EventBus::close);
        }
    }
}
