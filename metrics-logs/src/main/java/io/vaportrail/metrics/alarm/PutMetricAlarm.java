package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.metrics.Tags;
import io.vaportrail.metrics.alarm.action.ActionArn;
import io.vaportrail.metrics.alarm.evaluation.AlarmTerms;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import io.vaportrail.schema.Unit;
import java.util.Map;

/**
 * PutMetricAlarm. Overwrites everything but the state.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 */
final class PutMetricAlarm implements Handler<PutMetricAlarmInput, Unit> {
    private static final int MINUTE = 60;

    private final Alarms alarms;
    private final MetricAlarmRules rules;
    private final ExpressionRules expressions;
    private final AlarmClockwork clockwork;

    PutMetricAlarm(Alarms alarms, MetricAlarmRules rules, ExpressionRules expressions, AlarmClockwork clockwork) {
        this.alarms = alarms;
        this.rules = rules;
        this.expressions = expressions;
        this.clockwork = clockwork;
    }

    @Override
    public Unit handle(PutMetricAlarmInput input, Call call) {
        AlarmErrors.checkName(input.alarmName());
        AlarmTerms terms = rules.terms(input, call);
        ActionArn.check(input.okActions(), call.region(), false);
        ActionArn.check(input.alarmActions(), call.region(), false);
        ActionArn.check(input.insufficientDataActions(), call.region(), false);
        Map<String, String> tags = Tags.of(input.tags());
        AlarmStore store = alarms.in(call);
        boolean taken = store.locked(() -> store.compositeAlarms().containsKey(input.alarmName()));
        if (taken) {
            throw AlarmErrors.validation(
                    "Alarm names must be unique: " + input.alarmName() + " is the name of a composite alarm");
        }
        expressions.ensureDetectors(terms.source(), call);
        store.put(input, terms, tags);
        clockwork.wake(terms.stepSeconds() < MINUTE);
        return Unit.INSTANCE;
    }
}
