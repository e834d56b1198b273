package io.vaportrail.metrics.alarm.state;

import io.vaportrail.core.json.Json;
import io.vaportrail.metrics.alarm.AlarmLimits;
import io.vaportrail.metrics.alarm.evaluation.AwsTime;
import io.vaportrail.metrics.alarm.evaluation.Contributor;
import io.vaportrail.metrics.alarm.evaluation.ContributorVerdict;
import io.vaportrail.metrics.alarm.evaluation.MissingData;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves the contributors of an alarm that watches several series one by one, and then the alarm. A contributor is in ALARM or OK; the
 * alarm is in ALARM while one of them is.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Acting_Alarm_Changes.html">Acting on alarm changes</a>
 */
final class Contributors {
    private static final String GONE = "Insufficient Data: the query no longer returns this time series.";

    private final MetricAlarm alarm;
    private final Transitions transitions;
    private int raised;

    private Contributors(MetricAlarm alarm, Transitions transitions) {
        this.alarm = alarm;
        this.transitions = transitions;
    }

    static void move(MetricAlarm alarm, List<ContributorVerdict> verdicts, Transitions transitions) {
        new Contributors(alarm, transitions).move(verdicts);
    }

    private void move(List<ContributorVerdict> verdicts) {
        Set<String> returned = new HashSet<>();
        for (ContributorVerdict verdict : verdicts) {
            returned.add(verdict.contributor().id());
            one(verdict);
        }
        for (ContributorState state : List.copyOf(alarm.contributors().values())) {
            if (!returned.contains(state.contributor().id())) {
                rest(state.contributor(), GONE);
            }
        }
        String value = verdicts.isEmpty() ? withoutSeries() : raised > 0 ? AlarmState.ALARM : AlarmState.OK;
        if (value != null) {
            String reason = verdicts.isEmpty() ? noSeries() : count(verdicts.size());
            if (!value.equals(alarm.state().value())
                    || !reason.equals(alarm.state().reason())) {
                transitions.move(alarm, value, reason, data());
            }
        }
    }

    private void one(ContributorVerdict verdict) {
        ContributorState known = alarm.contributors().get(verdict.contributor().id());
        String value = verdict.verdict().state();
        boolean keeps = value == null && known != null;
        if (keeps || AlarmState.ALARM.equals(value)) {
            raised++;
            if (known == null && alarm.contributors().size() < AlarmLimits.CONTRIBUTORS) {
                AlarmState before = initial();
                AlarmState after = before.next(AlarmState.ALARM, verdict.reason(), null, transitions.now());
                alarm.contributors()
                        .put(verdict.contributor().id(), new ContributorState(verdict.contributor(), after));
                transitions.contributorMoved(alarm, verdict.contributor(), before, after);
            }
        } else if (known != null) {
            rest(verdict.contributor(), verdict.reason());
        }
    }

    private AlarmState initial() {
        return new AlarmState(AlarmState.OK, "", null, transitions.now(), transitions.now());
    }

    private void rest(Contributor contributor, String reason) {
        ContributorState known = alarm.contributors().remove(contributor.id());
        if (known != null) {
            AlarmState after = known.state().next(AlarmState.OK, reason, null, transitions.now());
            transitions.contributorMoved(alarm, contributor, known.state(), after);
        }
    }

    private String count(int all) {
        return raised > AlarmLimits.CONTRIBUTORS
                ? AlarmLimits.CONTRIBUTORS + "+ time series evaluated to ALARM"
                : raised + " out of " + all + " time series evaluated to ALARM";
    }

    private @Nullable String withoutSeries() {
        return switch (alarm.terms().missingData()) {
            case BREACHING -> AlarmState.ALARM;
            case NOT_BREACHING -> AlarmState.OK;
            case MISSING -> AlarmState.INSUFFICIENT_DATA;
            case IGNORE -> null;
        };
    }

    private String noSeries() {
        MissingData treatment = alarm.terms().missingData();
        String name =
                switch (treatment) {
                    case BREACHING -> "Breaching";
                    case NOT_BREACHING -> "NonBreaching";
                    case MISSING -> "Missing";
                    case IGNORE -> "Ignore";
                };
        return "No time series were returned by the query. Treat missing data is configured as [" + name + "].";
    }

    private String data() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("version", "1.0");
        data.put("queryDate", AwsTime.json(transitions.now()));
        return Json.write(data);
    }
}
