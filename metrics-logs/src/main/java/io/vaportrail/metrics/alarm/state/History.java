package io.vaportrail.metrics.alarm.state;

import io.vaportrail.metrics.alarm.AlarmLimits;
import io.vaportrail.metrics.alarm.evaluation.Contributor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the alarms of a region, deleted ones included. Has a lock of its own. */
public final class History {
    private final Deque<HistoryItem> items = new ArrayDeque<>();
    private long sequence;

    /** Adds an item; those that are too old or too many are forgotten. */
    public void add(long nowMillis, String alarmName, String alarmType, String itemType, String summary, String data) {
        add(nowMillis, alarmName, alarmType, itemType, null, summary, data);
    }

    /** Adds an item about a contributor, or about the alarm itself if that is {@code null}. */
    public synchronized void add(
            long nowMillis,
            String alarmName,
            String alarmType,
            String itemType,
            @Nullable Contributor contributor,
            String summary,
            String data) {
        String shortened =
                summary.length() <= AlarmLimits.SUMMARY ? summary : summary.substring(0, AlarmLimits.SUMMARY);
        items.addLast(
                new HistoryItem(++sequence, nowMillis, alarmName, alarmType, itemType, shortened, data, contributor));
        long oldest = nowMillis - AlarmLimits.HISTORY.toMillis();
        while (items.size() > AlarmLimits.HISTORY_ITEMS || items.getFirst().timestampMillis() < oldest) {
            items.removeFirst();
        }
    }

    /** All items, oldest first. */
    public synchronized List<HistoryItem> items() {
        return new ArrayList<>(items);
    }
}
