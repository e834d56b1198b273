package io.vaportrail.trail.history;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.cloudtrail.EventCategory;
import io.vaportrail.model.cloudtrail.LookupAttribute;
import io.vaportrail.model.cloudtrail.LookupAttributeKey;
import io.vaportrail.model.cloudtrail.LookupEventsRequest;
import io.vaportrail.trail.insights.InsightEvent;
import io.vaportrail.trail.record.MinedResources;
import io.vaportrail.trail.record.NamedResource;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.StoredCall;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: everything of a LookupEvents request but the page.
 *
 * @param accountId whose events
 * @param region of which region
 * @param start the first second, or {@code null}
 * @param end the last second, or {@code null}
 * @param insights whether Insights events rather than management events
 * @param attribute what is demanded of an event, or {@code null}
 */
record Lookup(
        String accountId,
        String region,
        @Nullable Long start,
        @Nullable Long end,
        boolean insights,
        @Nullable LookupAttribute attribute) {
    private static final Set<String> INSIGHTS_KEYS =
            Set.of(LookupAttributeKey.EVENT_ID, LookupAttributeKey.EVENT_NAME, LookupAttributeKey.EVENT_SOURCE);

    /** What the request asks for, once it makes sense. */
    static Lookup of(LookupEventsRequest request, Call call) {
        List<LookupAttribute> attributes = Objects.requireNonNullElse(request.lookupAttributes(), List.of());
        if (attributes.size() > 1) {
            throw LookupErrors.tooManyAttributes();
        }
        LookupAttribute attribute = attributes.isEmpty() ? null : attributes.get(0);
        boolean insights = EventCategory.INSIGHT.equals(request.eventCategory());
        if (insights && attribute != null && !INSIGHTS_KEYS.contains(attribute.attributeKey())) {
            throw LookupErrors.notForInsights(attribute.attributeKey());
        }
        Instant start = request.startTime();
        Instant end = request.endTime();
        if (start != null && end != null && start.isAfter(end)) {
            throw LookupErrors.timeRange();
        }
        return new Lookup(call.accountId(), call.region(), second(start), second(end), insights, attribute);
    }

    /** Events have whole seconds, so that a start within a second must include all of it. */
    private static @Nullable Long second(@Nullable Instant time) {
        return time == null ? null : time.getEpochSecond();
    }

    /** Whether a call is looked for; cheap questions go first. */
    Predicate<StoredCall> predicate() {
        Predicate<StoredCall> wanted = call -> inRange(call.epochSecond());
        wanted = wanted.and(call -> call.recipientAccountId().equals(accountId))
                .and(call -> RecordStyle.regionOf(call).equals(region));
        return attribute == null ? wanted : wanted.and(demand(attribute.attributeKey(), attribute.attributeValue()));
    }

    /** Whether an Insights event is looked for. */
    boolean wants(InsightEvent insight) {
        if (!inRange(insight.time().getEpochSecond())
                || !insight.accountId().equals(accountId)
                || !insight.region().equals(region)) {
            return false;
        }
        if (attribute == null) {
            return true;
        }
        String value = attribute.attributeValue();
        return switch (attribute.attributeKey()) {
            case LookupAttributeKey.EVENT_ID -> insight.eventId().equals(value);
            case LookupAttributeKey.EVENT_NAME -> insight.eventName().equals(value);
            case LookupAttributeKey.EVENT_SOURCE -> insight.eventSource().equals(value);
            default ->
                throw new IllegalStateException(
                        "attribute: " + attribute.attributeKey() + " (expected: one for Insights events)");
        };
    }

    private boolean inRange(long second) {
        return (start == null || second >= start) && (end == null || second <= end);
    }

    private static Predicate<StoredCall> demand(String key, String value) {
        return switch (key) {
            case LookupAttributeKey.EVENT_ID -> call -> call.eventId().equals(value);
            case LookupAttributeKey.EVENT_NAME -> call -> call.eventName().equals(value);
            case LookupAttributeKey.EVENT_SOURCE -> call -> call.eventSource().equals(value);
            case LookupAttributeKey.READ_ONLY ->
                call -> String.valueOf(call.readOnly()).equals(value);
            case LookupAttributeKey.USERNAME ->
                call -> value.equals(call.sender().caller().displayName());
            case LookupAttributeKey.ACCESS_KEY_ID ->
                call -> value.equals(call.sender().caller().accessKeyId());
            case LookupAttributeKey.RESOURCE_TYPE ->
                call -> mined(call, resource -> resource.type().equals(value));
            case LookupAttributeKey.RESOURCE_NAME ->
                call -> mined(call, resource -> resource.name().equals(value));
            default -> throw new IllegalStateException("attribute: " + key + " (expected: one that the model lists)");
        };
    }

    private static boolean mined(StoredCall call, Predicate<NamedResource> demand) {
        return MinedResources.of(call).stream().anyMatch(demand);
    }
}
