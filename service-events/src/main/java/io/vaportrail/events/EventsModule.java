package io.vaportrail.events;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.events.archive.Archives;
import io.vaportrail.events.archive.Replays;
import io.vaportrail.events.bus.BusOperations;
import io.vaportrail.events.bus.PermissionOperations;
import io.vaportrail.events.delivery.Router;
import io.vaportrail.events.event.PutEvents;
import io.vaportrail.events.pattern.TestEventPattern;
import io.vaportrail.events.rule.RuleOperations;
import io.vaportrail.events.schedule.Schedules;
import io.vaportrail.events.status.EventsMetrics;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.tag.TagOperations;
import io.vaportrail.events.target.TargetOperations;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.schema.ServiceSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amazon EventBridge: event buses, rules and targets of all accounts and regions. */
public final class EventsModule implements ServiceModule {
    private static final String RULE = "rule/";

    private final EmulatorContext context;
    private final Buses buses;
    private final EventsMetrics metrics;
    private final Router router;
    private final Schedules schedules;
    private final Archives archives;
    private final Replays replays;

    /** A module with nothing but the default buses. */
    public EventsModule(EmulatorContext context) {
        this.context = context;
        this.buses = new Buses(context.clock(), context.stateLog());
        this.metrics = new EventsMetrics(context.metrics());
        this.router = new Router(context, buses, metrics);
        this.schedules = new Schedules(context.clock(), context.ids(), router);
        this.archives = new Archives(buses, context.clock());
        this.replays = new Replays(archives, router, context.clock());
    }

    @Override
    public ServiceSchema schema() {
        return EventsService.SERVICE;
    }

    @Override
    public ViolationWording violations() {
        return new EventsViolations();
    }

    @Override
    public void register(OperationRegistry operations) {
        new BusOperations(buses, context.clock()).register(operations);
        new PermissionOperations(buses, context.clock()).register(operations);
        new RuleOperations(buses, schedules).register(operations);
        new TargetOperations(buses, context.ids()).register(operations);
        new TagOperations(buses).register(operations);
        archives.register(operations);
        replays.register(operations);
        operations
                .async(EventsService.PUT_EVENTS, new PutEvents(buses, router, metrics, context.clock(), context.ids()))
                .onWorker(EventsService.TEST_EVENT_PATTERN, new TestEventPattern());
    }

    @Override
    public @Nullable String resourcePolicy(String arn) {
        EventBus bus = bus(arn);
        return bus == null ? null : bus.settings().policy();
    }

    @Override
    public boolean hasResource(String arn) {
        EventsArn parsed = EventsArn.of(arn);
        return parsed != null && (bus(arn) != null || buses.findRule(parsed) != null);
    }

    /** A call may have named the bus of a rule by its ARN, and names the default bus where the ARN of a rule does not. */
    @Override
    public String resolvedArn(String arn) {
        EventsArn parsed = EventsArn.of(arn);
        if (parsed == null || !parsed.resource().startsWith(RULE)) {
            return arn;
        }
        String path = parsed.resource().substring(RULE.length());
        int slash = path.lastIndexOf('/');
        String bus = slash < 0 ? "" : path.substring(0, slash);
        EventsArn named = EventsArn.of(bus);
        String account = named == null ? parsed.accountId() : named.accountId();
        String region = named == null ? parsed.region() : named.region();
        String name = named == null ? bus : String.valueOf(named.busName());
        String rule = path.substring(slash + 1);
        boolean plain = name.isEmpty() || name.equals(EventBus.DEFAULT);
        return EventsArn.events(account, region, RULE + (plain ? rule : name + "/" + rule))
                .toString();
    }

    @Override
    public Map<String, String> resourceTags(String arn) {
        EventBus bus = bus(arn);
        if (bus != null) {
            return bus.settings().tags();
        }
        EventsArn parsed = EventsArn.of(arn);
        Rule rule = parsed == null ? null : buses.findRule(parsed);
        return rule == null ? Map.of() : rule.tags();
    }

    /**
     * Whether the default bus of an account has rules or archives: what neither takes need not be put on it.
     *
     * @param region of the bus, or {@code null} for that of any region
     */
    public boolean takesEvents(String accountId, @Nullable String region) {
        if (region == null) {
            return buses.defaultsOf(accountId).stream().anyMatch(EventsModule::takesEvents);
        }
        EventBus bus = buses.find(null, accountId, region);
        return bus != null && takesEvents(bus);
    }

    private static boolean takesEvents(EventBus bus) {
        return bus.ruleCount() > 0 || !bus.listeners().isEmpty();
    }

    private @Nullable EventBus bus(String arn) {
        EventsArn parsed = EventsArn.of(arn);
        return parsed == null || parsed.busName() == null ? null : buses.find(arn, parsed.accountId(), parsed.region());
    }

    @Override
    public void reset(@Nullable String accountId) {
        replays.reset(accountId);
        archives.reset(accountId);
        buses.reset(accountId);
        router.reset(accountId == null);
    }
}
