package io.vaportrail.metrics.alarm.evaluation;

import io.vaportrail.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a state of a metric alarm rests on, in the JSON that AWS gives. */
final class StateReasonData {
    private final Verdict verdict;
    private final AlarmTerms terms;
    private final Readings readings;

    private StateReasonData(Verdict verdict) {
        this.verdict = verdict;
        this.terms = verdict.terms();
        this.readings = verdict.readings();
    }

    static String of(Verdict verdict) {
        return new StateReasonData(verdict).json();
    }

    private String json() {
        int[] evaluated = verdict.evaluated();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("version", "1.0");
        data.put("queryDate", AwsTime.json(verdict.queryMillis()));
        if (evaluated.length > 0) {
            data.put("startDate", AwsTime.json(readings.timeOf(evaluated[evaluated.length - 1])));
        }
        if (terms.source() instanceof MetricSource.Single single) {
            if (single.unit() != null) {
                data.put("unit", single.unit().text());
            }
            data.put("statistic", single.statistic());
        }
        data.put("period", terms.periodSeconds());
        data.put("recentDatapoints", oldestFirst(readings.values(), evaluated));
        if (terms.comparison().band()) {
            bands(data, evaluated);
        } else {
            data.put("threshold", terms.threshold());
        }
        data.put("evaluatedDatapoints", evaluatedDatapoints(evaluated));
        return Json.write(data);
    }

    private void bands(Map<String, @Nullable Object> data, int[] evaluated) {
        if (terms.comparison().lower()) {
            data.put("recentLowerThresholds", oldestFirst(readings.lower(), evaluated));
        }
        if (terms.comparison().upper()) {
            data.put("recentUpperThresholds", oldestFirst(readings.upper(), evaluated));
        }
    }

    private static List<Double> oldestFirst(double[] values, int[] places) {
        List<Double> listed = new ArrayList<>(places.length);
        for (int i = places.length - 1; i >= 0; i--) {
            listed.add(values[places[i]]);
        }
        return listed;
    }

    /** As many as it took to decide, newest first; of periods without data, the time alone. */
    private List<Map<String, @Nullable Object>> evaluatedDatapoints(int[] evaluated) {
        int wanted = terms.minimumFor(verdict.judgement().outcome());
        List<Map<String, @Nullable Object>> listed = new ArrayList<>(wanted);
        int[] places = evaluated.length == 0 ? newest(wanted) : evaluated;
        for (int i = 0; i < Math.min(wanted, places.length); i++) {
            listed.add(datapoint(places[i]));
        }
        return listed;
    }

    private int[] newest(int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = readings.values().length - 1 - i;
        }
        return places;
    }

    private Map<String, @Nullable Object> datapoint(int place) {
        Map<String, @Nullable Object> point = new LinkedHashMap<>();
        long time = readings.timeOf(place);
        point.put("timestamp", AwsTime.json(time));
        if (verdict.data()[place] == Datum.MISSING) {
            return point;
        }
        Double samples = verdict.sampleCounts().get(time);
        if (samples != null) {
            point.put("sampleCount", samples);
        }
        point.put("value", readings.values()[place]);
        if (terms.comparison() == Comparison.ABOVE) {
            point.put("threshold", readings.upper()[place]);
        } else if (terms.comparison() == Comparison.BELOW) {
            point.put("threshold", readings.lower()[place]);
        } else if (terms.comparison() == Comparison.OUTSIDE) {
            point.put("lowerThreshold", readings.lower()[place]);
            point.put("upperThreshold", readings.upper()[place]);
        }
        return point;
    }
}
