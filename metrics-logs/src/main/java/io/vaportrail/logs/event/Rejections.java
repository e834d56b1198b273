package io.vaportrail.logs.event;

import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.model.logs.RejectedLogEventsInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a batch are too old, expired or too new. The batch is in order, so that what is left lies between.
 *
 * @param from the first event that is taken
 * @param to the one behind the last that is taken
 * @param info what the caller is told, or {@code null} when all are taken
 */
record Rejections(int from, int to, @Nullable RejectedLogEventsInfo info) {
    static Rejections of(List<InputLogEvent> events, LogGroup group, long nowMillis) {
        int tooOld = before(events, nowMillis - LogsLimits.PAST.toMillis());
        int expired = before(events, group.keptFromMillis(nowMillis));
        int tooNew = before(events, nowMillis + LogsLimits.FUTURE.toMillis() + 1);
        int from = Math.max(tooOld, expired);
        if (from == 0 && tooNew == events.size()) {
            return new Rejections(0, tooNew, null);
        }
        RejectedLogEventsInfo.Builder info = RejectedLogEventsInfo.builder();
        if (tooNew < events.size()) {
            info.tooNewLogEventStartIndex(tooNew);
        }
        if (tooOld > 0) {
            info.tooOldLogEventEndIndex(tooOld);
        }
        if (expired > tooOld) {
            info.expiredLogEventEndIndex(expired);
        }
        return new Rejections(from, Math.max(from, tooNew), info.build());
    }

    private static int before(List<InputLogEvent> events, long millis) {
        int count = 0;
        while (count < events.size() && events.get(count).timestamp() < millis) {
            count++;
        }
        return count;
    }
}
