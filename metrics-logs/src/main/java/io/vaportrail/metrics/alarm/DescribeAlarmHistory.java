package io.vaportrail.metrics.alarm;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.metrics.alarm.evaluation.Contributor;
import io.vaportrail.metrics.alarm.state.HistoryItem;
import io.vaportrail.metrics.alarm.state.MetricAlarm;
import io.vaportrail.model.cloudwatch.AlarmHistoryItem;
import io.vaportrail.model.cloudwatch.DescribeAlarmHistoryInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmHistoryOutput;
import io.vaportrail.model.cloudwatch.ScanBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * DescribeAlarmHistory, newest first unless asked otherwise; of metric alarms only unless types are asked for. History outlives its
 * alarm.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html">DescribeAlarmHistory</a>
 */
final class DescribeAlarmHistory implements Handler<DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput> {
    private final Alarms alarms;

    DescribeAlarmHistory(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public DescribeAlarmHistoryOutput handle(DescribeAlarmHistoryInput input, Call call) {
        List<HistoryItem> found = new ArrayList<>();
        for (HistoryItem item : alarms.in(call).history().items()) {
            if (matches(item, input)) {
                found.add(item);
            }
        }
        boolean ascending = ScanBy.TIMESTAMP_ASCENDING.equals(input.scanBy());
        if (!ascending) {
            Collections.reverse(found);
        }
        int size = input.maxRecords() == null ? AlarmLimits.LONGEST_PAGE : input.maxRecords();
        Page<HistoryItem> page =
                Page.of(found, "history " + filters(input), input.nextToken(), size, item -> key(item, ascending));
        return DescribeAlarmHistoryOutput.builder()
                .alarmHistoryItems(
                        page.elements().stream().map(DescribeAlarmHistory::view).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static String filters(DescribeAlarmHistoryInput input) {
        return String.join(
                " ",
                String.valueOf(input.alarmName()),
                String.valueOf(input.alarmContributorId()),
                String.valueOf(input.alarmTypes()),
                String.valueOf(input.historyItemType()),
                String.valueOf(input.startDate()),
                String.valueOf(input.endDate()),
                String.valueOf(input.scanBy()));
    }

    private static String key(HistoryItem item, boolean ascending) {
        return String.format(Locale.ROOT, "%019d", ascending ? item.sequence() : Long.MAX_VALUE - item.sequence());
    }

    private static boolean matches(HistoryItem item, DescribeAlarmHistoryInput input) {
        List<String> types = input.alarmTypes() == null || input.alarmTypes().isEmpty()
                ? List.of(MetricAlarm.TYPE)
                : input.alarmTypes();
        return types.contains(item.alarmType())
                && (input.alarmName() == null || input.alarmName().equals(item.alarmName()))
                && (input.historyItemType() == null || input.historyItemType().equals(item.itemType()))
                && (input.startDate() == null
                        || item.timestampMillis() >= input.startDate().toEpochMilli())
                && (input.endDate() == null
                        || item.timestampMillis() <= input.endDate().toEpochMilli())
                && (input.alarmContributorId() == null
                        || item.contributor() != null
                                && input.alarmContributorId()
                                        .equals(item.contributor().id()));
    }

    private static AlarmHistoryItem view(HistoryItem item) {
        Contributor contributor = item.contributor();
        return AlarmHistoryItem.builder()
                .alarmName(item.alarmName())
                .alarmContributorId(contributor == null ? null : contributor.id())
                .alarmContributorAttributes(contributor == null ? null : contributor.attributes())
                .alarmType(item.alarmType())
                .timestamp(Instant.ofEpochMilli(item.timestampMillis()))
                .historyItemType(item.itemType())
                .historySummary(item.summary())
                .historyData(item.data())
                .build();
    }
}
