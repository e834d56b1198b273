package io.vaportrail.logs.insights.engine;

import io.vaportrail.core.json.Json;
import io.vaportrail.logs.insights.pattern.Anomaly;
import io.vaportrail.logs.insights.pattern.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code anomaly}: of the patterns that come in, a row for each thing that is unusual about one, with all that the pattern has.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Anomaly.html">anomaly</a>
 */
final class AnomalyStage extends Stage {
    /** When it began: known, and only shown if a query asks for it, as AWS's does not list it. */
    static final String TIME = "@timestamp";

    /** What is added, in the order of the slots. */
    static final List<String> NAMES =
            List.of("@description", "@anomalyLogSamples", "@priority", "@priorityScore", "@patternString", TIME);

    private final int anomalies;
    private final int[] slots;

    /**
     * A stage.
     *
     * @param anomalies the slot of the rows that come in with their list of anomalies
     * @param slots where each of the {@link #NAMES} goes
     */
    AnomalyStage(Stage next, int anomalies, int[] slots) {
        super(next);
        this.anomalies = anomalies;
        this.slots = slots.clone();
    }

    @Override
    void push(Row row) {
        if (!(row.get(anomalies) instanceof List<?> list)) {
            return;
        }
        for (Object each : list) {
            if (each instanceof Anomaly anomaly) {
                Row copy = row.copy();
                copy.set(slots[0], anomaly.description());
                copy.set(slots[1], samples(anomaly));
                copy.set(slots[2], anomaly.priority());
                copy.set(slots[3], anomaly.score());
                copy.set(slots[4], anomaly.pattern());
                copy.set(slots[5], new Timestamp(anomaly.millis()));
                next().push(copy);
            }
        }
    }

    private static String samples(Anomaly anomaly) {
        List<Map<String, Object>> samples = new ArrayList<>();
        for (Sample sample : anomaly.samples()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("timestamp", sample.millis());
            one.put("message", sample.message());
            samples.add(one);
        }
        return Json.write(samples);
    }
}
