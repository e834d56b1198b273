package io.vaportrail.metrics.alarm.state;

import io.vaportrail.metrics.alarm.evaluation.AlarmTerms;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An alarm that watches a metric or an expression over metrics. */
public final class MetricAlarm extends Alarm {
    /** How history and filters call it. */
    public static final String TYPE = "MetricAlarm";

    private final TreeMap<String, ContributorState> contributors = new TreeMap<>();
    private PutMetricAlarmInput definition;
    private volatile AlarmTerms terms;
    private volatile @Nullable String evaluationState;

    MetricAlarm(String arn, PutMetricAlarmInput definition, AlarmTerms terms, long nowMillis) {
        super(definition.alarmName(), arn, nowMillis);
        this.definition = definition;
        this.terms = terms;
    }

    void define(PutMetricAlarmInput newDefinition, AlarmTerms newTerms) {
        definition = newDefinition;
        terms = newTerms;
        evaluationState = null;
        if (!newTerms.grouped()) {
            contributors.clear();
        }
    }

    /** The contributors that are in ALARM, by id; used under the lock of the store. */
    public Map<String, ContributorState> contributors() {
        return contributors;
    }

    @Override
    public PutMetricAlarmInput definition() {
        return definition;
    }

    /** On what terms it is raised. */
    public AlarmTerms terms() {
        return terms;
    }

    /** {@code EVALUATION_ERROR} when it could not be evaluated, else {@code null}. */
    public @Nullable String evaluationState() {
        return evaluationState;
    }

    void evaluationState(@Nullable String newState) {
        evaluationState = newState;
    }

    @Override
    public String type() {
        return TYPE;
    }
}
