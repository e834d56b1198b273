package io.vaportrail.logs.subscription;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.event.EventListener;
import io.vaportrail.logs.event.IngestedEvents;
import io.vaportrail.logs.protection.DataProtection;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The subscription filters of log groups and accounts. What they deliver to is not part of the emulator: every payload counts as a
 * delivery error and is kept for looking at, in AWS's form.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html">Subscription filters</a>
 */
public final class Subscriptions implements EventListener {
    private static final String DATA = "DATA_MESSAGE";
    private static final String CONTROL = "CONTROL_MESSAGE";

    private final EmulatorContext context;
    private final Outbox outbox;
    private final DataProtection protection;
    private final AccountSubscriptions ofAccounts;
    private final Destinations destinations;
    private final Map<LogGroup, ConcurrentSkipListMap<String, Subscription>> byGroup = new ConcurrentHashMap<>();

    /** No filters. */
    public Subscriptions(
            EmulatorContext context,
            DataProtection protection,
            AccountSubscriptions ofAccounts,
            Destinations destinations) {
        this.context = context;
        this.protection = protection;
        this.ofAccounts = ofAccounts;
        this.destinations = destinations;
        this.outbox = new Outbox(context.settings());
        outbox.addRoutes(context.routes());
    }

    /** The filters of a group, by name. */
    ConcurrentSkipListMap<String, Subscription> of(LogGroup group) {
        ConcurrentSkipListMap<String, Subscription> filters = byGroup.get(group);
        return filters == null ? new ConcurrentSkipListMap<>() : filters;
    }

    /**
     * Adds a filter or takes the place of one, and checks the destination with a message as AWS does.
     *
     * @throws io.vaportrail.schema.ServiceException when the group has too many
     */
    void put(LogGroup group, Subscription filter) {
        ConcurrentSkipListMap<String, Subscription> filters =
                byGroup.computeIfAbsent(group, key -> new ConcurrentSkipListMap<>());
        synchronized (filters) {
            if (!filters.containsKey(filter.name()) && filters.size() >= LogsLimits.SUBSCRIPTION_FILTERS) {
                throw LogsErrors.limitExceeded();
            }
            filters.put(filter.name(), filter);
        }
        probe(group.accountId(), group.region(), filter);
    }

    /** Checks a destination with a control message. */
    void probe(String accountId, String region, Subscription filter) {
        Target target = target(filter);
        long now = context.clock().millis();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", "");
        event.put("timestamp", now);
        event.put("message", "CWL CONTROL MESSAGE: Checking health of destination " + target.type.shown() + ".");
        Map<String, Object> data = payload(CONTROL, "CloudwatchLogs", "", "", List.of(), List.of(event));
        outbox.keep(accountId, region, new Undelivered(target.arn, target.type, "", data, now));
    }

    boolean remove(LogGroup group, String name) {
        return of(group).remove(name) != null;
    }

    /** Forgets the filters of a group that is deleted. */
    public void forget(LogGroup group) {
        byGroup.remove(group);
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        byGroup.keySet()
                .removeIf(group -> accountId == null || group.accountId().equals(accountId));
        outbox.reset(accountId);
    }

    @Override
    public boolean listensTo(LogGroup group) {
        Map<String, Subscription> filters = byGroup.get(group);
        return filters != null && !filters.isEmpty() || ofAccounts.forGroup(group) != null;
    }

    @Override
    public void ingested(IngestedEvents events) {
        LogGroup group = events.stream().group();
        for (Subscription filter : of(group).values()) {
            deliver(filter, events, "");
        }
        Subscription ofAccount = ofAccounts.forGroup(group);
        if (ofAccount != null) {
            deliver(ofAccount, events, "ACCOUNT_LEVEL_POLICY");
        }
    }

    private void deliver(Subscription filter, IngestedEvents events, String policyLevel) {
        LogGroup group = events.stream().group();
        List<Object> matching = matching(filter, events);
        if (matching.isEmpty()) {
            return;
        }
        Target target = target(filter);
        Map<String, Object> data = payload(
                DATA, group.accountId(), group.name(), events.stream().name(), List.of(filter.name()), matching);
        if (!policyLevel.isEmpty()) {
            data.put("policyLevel", policyLevel);
        }
        outbox.keep(
                group.accountId(),
                group.region(),
                new Undelivered(
                        target.arn,
                        target.type,
                        partitionKey(filter, target, events.stream()),
                        data,
                        events.ingestionMillis()));
        count(group, filter, target, matching.size(), policyLevel);
    }

    private List<Object> matching(Subscription filter, IngestedEvents events) {
        List<Object> matching = new ArrayList<>();
        for (int i = 0; i < events.events().size(); i++) {
            LogStream.Incoming event = events.events().get(i);
            String text = events.message(i, filter.applyOnTransformedLogs());
            String message = protection.masked(events.stream().group(), events.ingestionMillis(), text);
            if (filter.pattern().matches(message)) {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("id", events.id(i).toString());
                members.put("timestamp", event.timestamp());
                members.put("message", message);
                matching.add(members);
            }
        }
        return matching;
    }

    /** By stream, events of a stream stay together; at random, they are spread. */
    private String partitionKey(Subscription filter, Target target, LogStream stream) {
        if (target.type != DestinationType.KINESIS) {
            return "";
        }
        return filter.distribution().equals(Distribution.RANDOM)
                ? context.ids().hex(32)
                : Integer.toHexString(stream.arn().hashCode());
    }

    private static Map<String, Object> payload(
            String type, String owner, String group, String stream, List<String> filters, List<Object> events) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("messageType", type);
        data.put("owner", owner);
        data.put("logGroup", group);
        data.put("logStream", stream);
        data.put("subscriptionFilters", filters);
        data.put("logEvents", events);
        return data;
    }

    private void count(LogGroup group, Subscription filter, Target target, int events, String policyLevel) {
        List<MetricDimension> dimensions = List.of(
                policyLevel.isEmpty()
                        ? new MetricDimension("LogGroupName", group.name())
                        : new MetricDimension("PolicyLevel", "AccountPolicy"),
                new MetricDimension("DestinationType", target.type.shown()),
                new MetricDimension("FilterName", filter.name()));
        MetricId errors = new MetricId(group.accountId(), group.region(), "AWS/Logs", "DeliveryErrors", dimensions);
        context.metrics().count(errors, events, MetricUnit.NONE);
    }

    /** Where a filter delivers in the end. */
    private record Target(String arn, DestinationType type) {}

    private Target target(Subscription filter) {
        String arn = filter.destinationArn();
        String behind = destinations.targetOf(arn);
        String last = behind == null ? arn : behind;
        for (DestinationType type : DestinationType.values()) {
            if (last.contains(":" + type.name().toLowerCase(Locale.ROOT) + ":")) {
                return new Target(last, type);
            }
        }
        return new Target(last, DestinationType.DESTINATION);
    }
}
