package io.vaportrail.logs.protection;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.protection.Detection;
import io.vaportrail.core.protection.FindingsJson;
import io.vaportrail.logs.event.EventListener;
import io.vaportrail.logs.event.IngestedEvents;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.schema.ServiceException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and reports events with sensitive data, a report for each event. Which stream AWS writes to is not documented: it is one
 * for each log group that is audited.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data-audit-findings.html">Audit findings
 *     reports</a>
 */
public final class AuditFindings implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFindings.class);
    private static final String STREAM = "data-protection-audit/";

    private final DataProtection protection;
    private final MetricSink metrics;
    private final Reports reports;

    /** Where reports are written. */
    @FunctionalInterface
    public interface Reports {
        /** Writes events into a stream of a group, which is made when there is none. */
        void write(LogGroup group, String stream, List<LogStream.Incoming> events, IngestedEvents cause);
    }

    /** A listener that reports there. */
    public AuditFindings(DataProtection protection, MetricSink metrics, Reports reports) {
        this.protection = protection;
        this.metrics = metrics;
        this.reports = reports;
    }

    @Override
    public boolean listensTo(LogGroup group) {
        return !protection.policies(group).isEmpty();
    }

    /** Reports are not audited themselves, or there might be no end of them. */
    @Override
    public void ingested(IngestedEvents events) {
        if (events.stream().name().startsWith(STREAM)) {
            return;
        }
        LogGroup group = events.stream().group();
        boolean[] found = new boolean[events.events().size()];
        for (ProtectionPolicy policy : protection.policies(group)) {
            List<LogStream.Incoming> lines = new ArrayList<>();
            for (int i = 0; i < found.length; i++) {
                Map<String, List<Detection>> findings =
                        policy.findings(events.events().get(i).message());
                if (!findings.isEmpty()) {
                    found[i] = true;
                    lines.add(line(group, findings, events.ingestionMillis()));
                }
            }
            report(policy, lines, events);
        }
        count(found, group);
    }

    private static LogStream.Incoming line(LogGroup group, Map<String, List<Detection>> findings, long now) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put(
                "auditTimestamp",
                Instant.ofEpochMilli(now).truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("resourceArn", group.arn() + ":*");
        report.put("dataIdentifiers", FindingsJson.dataIdentifiers(findings));
        String text = Json.write(report);
        return new LogStream.Incoming(now, text, text.getBytes(StandardCharsets.UTF_8));
    }

    private void report(ProtectionPolicy policy, List<LogStream.Incoming> lines, IngestedEvents events) {
        LogGroup group = events.stream().group();
        LogGroup destination = lines.isEmpty() ? null : protection.findingsGroup(policy, group);
        if (destination == null) {
            return;
        }
        try {
            reports.write(destination, STREAM + group.name(), lines, events);
        } catch (ServiceException e) {
            LOG.warn("findings of {} are lost: {}", group.arn(), e.getMessage());
        }
    }

    private void count(boolean[] found, LogGroup group) {
        int events = 0;
        for (boolean one : found) {
            events += one ? 1 : 0;
        }
        if (events > 0) {
            MetricId findings =
                    new MetricId(group.accountId(), group.region(), "AWS/Logs", "LogEventsWithFindings", List.of());
            metrics.count(findings, events, MetricUnit.NONE);
        }
    }
}
