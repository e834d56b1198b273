package io.vaportrail.metrics.alarm;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.metrics.alarm.evaluation.MetricSource;
import io.vaportrail.metrics.alarm.state.AlarmStore;
import io.vaportrail.metrics.alarm.state.MetricAlarm;
import io.vaportrail.model.cloudwatch.DescribeAlarmsForMetricInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmsForMetricOutput;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DescribeAlarmsForMetric: the alarms that watch this one metric. Alarms on expressions are not among them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html">DescribeAlarmsForMetric</a>
 */
final class DescribeAlarmsForMetric implements Handler<DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput> {
    private final Alarms alarms;

    DescribeAlarmsForMetric(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public DescribeAlarmsForMetricOutput handle(DescribeAlarmsForMetricInput input, Call call) {
        List<MetricDimension> dimensions = MetricAlarmRules.dimensions(input.dimensions());
        MetricId metric =
                new MetricId(call.accountId(), call.region(), input.namespace(), input.metricName(), dimensions);
        AlarmStore store = alarms.in(call);
        return store.locked(() -> DescribeAlarmsForMetricOutput.builder()
                .metricAlarms(store.metricAlarms().values().stream()
                        .filter(alarm -> watches(alarm, metric) && matches(alarm.definition(), input))
                        .map(AlarmViews::of)
                        .toList())
                .build());
    }

    private static boolean watches(MetricAlarm alarm, MetricId metric) {
        return alarm.terms().source() instanceof MetricSource.Single single
                && single.metric().equals(metric);
    }

    private static boolean matches(PutMetricAlarmInput alarm, DescribeAlarmsForMetricInput input) {
        return same(input.statistic(), alarm.statistic())
                && same(input.extendedStatistic(), alarm.extendedStatistic())
                && same(input.period(), alarm.period())
                && same(input.unit(), alarm.unit());
    }

    private static boolean same(@Nullable Object wanted, @Nullable Object found) {
        return wanted == null || wanted.equals(found);
    }
}
