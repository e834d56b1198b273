package io.vaportrail.trail.delivery;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.trail.insights.InsightEvent;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import java.time.Instant;
import java.util.List;

/**
 * Records as events on a bus.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-cloudtrail.html">AWS CloudTrail events</a>
 */
final class EventBridgeEntries {
    /** Bytes that count beside the record: time, source and detail type, with room for resources. */
    static final int OVERHEAD = 1024;

    private static final String DOMAIN = ".amazonaws.com";

    private EventBridgeEntries() {}

    /** A call, or what a service did on its own. */
    static PutEventsRequestEntry of(StoredCall call, RecordRenderer renderer) {
        String source = call.eventSource();
        String service = source.endsWith(DOMAIN) ? source.substring(0, source.length() - DOMAIN.length()) : source;
        return PutEventsRequestEntry.builder()
                .time(Instant.ofEpochMilli(call.millis()))
                .source("aws." + service)
                .detailType((call.isServiceEvent() ? "AWS Service Event" : "AWS API Call") + " via CloudTrail")
                .resources(call.resources().stream()
                        .map(AuditScope.Resource::arn)
                        .distinct()
                        .toList())
                .detail(renderer.render(call))
                .build();
    }

    /** Unusual activity. */
    static PutEventsRequestEntry of(InsightEvent insight) {
        return PutEventsRequestEntry.builder()
                .time(insight.time())
                .source("aws.cloudtrail")
                .detailType("AWS Insight via CloudTrail")
                .resources(List.of())
                .detail(insight.json())
                .build();
    }
}
