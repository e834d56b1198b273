package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.metrics.alarm.anomaly.AnomalyDetectors;
import io.vaportrail.metrics.alarm.anomaly.DetectorOperations;
import io.vaportrail.metrics.alarm.evaluation.Evaluator;
import io.vaportrail.metrics.contributor.InsightRules;
import io.vaportrail.metrics.query.MetricMath;
import io.vaportrail.metrics.query.MetricReader;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import org.jspecify.annotations.Nullable;

/** All operations on alarms, mute rules and anomaly detectors, over those of all accounts and regions. */
public final class AlarmOperations {
    private final Alarms alarms;
    private final InsightRules insightRules;
    private final AlarmClockwork clockwork;
    private final AnomalyDetectors detectors;
    private final MetricAlarmRules rules;
    private final ExpressionRules expressions;
    private final MuteOperations mutes;

    /**
     * No alarms yet.
     *
     * @param reader reads metrics
     * @param math evaluates expressions over them, with the bands of the detectors
     * @param detectors the anomaly detectors
     * @param insightRules the rules of Contributor Insights, whose tags are changed like those of alarms
     */
    public AlarmOperations(
            EmulatorContext context,
            MetricReader reader,
            MetricMath math,
            AnomalyDetectors detectors,
            InsightRules insightRules) {
        this.alarms = new Alarms(context);
        this.insightRules = insightRules;
        this.clockwork = new AlarmClockwork(alarms, new Evaluator(reader, math), context.clock());
        this.detectors = detectors;
        this.expressions = new ExpressionRules(math, detectors);
        this.rules = new MetricAlarmRules(reader, expressions);
        this.mutes = new MuteOperations(alarms, context.clock());
    }

    /** Registers the operations. */
    public void register(OperationRegistry operations) {
        AlarmCommands commands = new AlarmCommands(alarms);
        TagOperations tags = new TagOperations(alarms, insightRules);
        DetectorOperations anomalies = new DetectorOperations(detectors);
        operations
                .inline(CloudWatchService.PUT_METRIC_ALARM, new PutMetricAlarm(alarms, rules, expressions, clockwork))
                .inline(CloudWatchService.PUT_COMPOSITE_ALARM, new PutCompositeAlarm(alarms))
                .inline(CloudWatchService.DESCRIBE_ALARMS, new DescribeAlarms(alarms))
                .inline(CloudWatchService.DESCRIBE_ALARMS_FOR_METRIC, new DescribeAlarmsForMetric(alarms))
                .onWorker(CloudWatchService.DESCRIBE_ALARM_HISTORY, new DescribeAlarmHistory(alarms))
                .inline(CloudWatchService.DESCRIBE_ALARM_CONTRIBUTORS, commands::describeAlarmContributors)
                .inline(CloudWatchService.SET_ALARM_STATE, commands::setAlarmState)
                .inline(CloudWatchService.ENABLE_ALARM_ACTIONS, commands::enableAlarmActions)
                .inline(CloudWatchService.DISABLE_ALARM_ACTIONS, commands::disableAlarmActions)
                .inline(CloudWatchService.DELETE_ALARMS, commands::deleteAlarms)
                .inline(CloudWatchService.PUT_ALARM_MUTE_RULE, mutes::putAlarmMuteRule)
                .inline(CloudWatchService.GET_ALARM_MUTE_RULE, mutes::getAlarmMuteRule)
                .inline(CloudWatchService.LIST_ALARM_MUTE_RULES, mutes::listAlarmMuteRules)
                .inline(CloudWatchService.DELETE_ALARM_MUTE_RULE, mutes::deleteAlarmMuteRule)
                .inline(CloudWatchService.TAG_RESOURCE, tags::tagResource)
                .inline(CloudWatchService.UNTAG_RESOURCE, tags::untagResource)
                .inline(CloudWatchService.LIST_TAGS_FOR_RESOURCE, tags::listTagsForResource)
                .inline(CloudWatchService.PUT_ANOMALY_DETECTOR, anomalies::put)
                .onWorker(CloudWatchService.DESCRIBE_ANOMALY_DETECTORS, anomalies::describe)
                .inline(CloudWatchService.DELETE_ANOMALY_DETECTOR, anomalies::delete);
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        alarms.reset(accountId);
        detectors.reset(accountId);
        clockwork.reset();
    }
}
