package io.vaportrail.trail.insights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.trail.record.RecordRenderer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * Writes Insights events. That a start states the duration so far, one minute, and that the version is that of other records, is
 * UNVERIFIED.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-insights-fields-trails.html">Record contents of
 *     Insights events for trails</a>
 */
final class InsightWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int DECIMALS = 10;

    private InsightWriter() {}

    /**
     * The record.
     *
     * @param state {@code Start} or {@code End}
     * @param sharedId what start and end have in common
     */
    static String write(
            Detector.Insight insight,
            Attributions attributions,
            String state,
            Instant time,
            String eventId,
            String sharedId) {
        SeriesKey key = insight.key();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("eventVersion", RecordRenderer.EVENT_VERSION);
            json.writeStringField("eventTime", time.toString());
            json.writeStringField("awsRegion", key.region());
            json.writeStringField("eventID", eventId);
            json.writeStringField("eventType", "AwsCloudTrailInsight");
            json.writeStringField("recipientAccountId", key.accountId());
            json.writeStringField("sharedEventID", sharedId);
            json.writeObjectFieldStart("insightDetails");
            json.writeStringField("state", state);
            json.writeStringField("eventSource", key.eventSource());
            json.writeStringField("eventName", key.eventName());
            json.writeStringField("insightType", key.kind().type());
            if (key.errorCode() != null) {
                json.writeStringField("errorCode", key.errorCode());
            }
            json.writeObjectFieldStart("insightContext");
            statistics(json, insight);
            attributions(json, attributions, insight.end() - insight.start());
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("eventCategory", "Insight");
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an insight into memory", e);
        }
        return text.toString();
    }

    private static void statistics(JsonGenerator json, Detector.Insight insight) throws IOException {
        long minutes = insight.end() - insight.start();
        json.writeObjectFieldStart("statistics");
        json.writeObjectFieldStart("baseline");
        average(json, insight.baseline().average());
        json.writeEndObject();
        json.writeObjectFieldStart("insight");
        average(json, (double) insight.total() / minutes);
        json.writeEndObject();
        json.writeNumberField("insightDuration", minutes);
        json.writeNumberField("baselineDuration", InsightRule.BASELINE_MINUTES);
        json.writeEndObject();
    }

    private static void attributions(JsonGenerator json, Attributions attributions, long minutes) throws IOException {
        json.writeArrayFieldStart("attributions");
        for (String name : attributions.names()) {
            json.writeStartObject();
            json.writeStringField("attribute", name);
            values(json, "insight", attributions.insight(name, minutes));
            values(json, "baseline", attributions.baseline(name));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void values(JsonGenerator json, String name, List<Attributions.Average> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Attributions.Average value : values) {
            json.writeStartObject();
            json.writeStringField("value", value.value());
            average(json, value.average());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void average(JsonGenerator json, double average) throws IOException {
        BigDecimal rounded = BigDecimal.valueOf(average)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        json.writeFieldName("average");
        json.writeNumber(rounded.toPlainString());
    }
}
