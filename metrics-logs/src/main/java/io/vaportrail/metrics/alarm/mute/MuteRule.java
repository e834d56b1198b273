package io.vaportrail.metrics.alarm.mute;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An alarm mute rule.
 *
 * @param name its name
 * @param description what its owner says about it, or {@code null}
 * @param schedule when it is active
 * @param alarmNames whose actions it mutes
 * @param startDate from when on its windows begin, or {@code null}
 * @param expireDate when it ends, or {@code null}
 * @param updatedMillis when it was last put
 * @param tags its tags
 */
public record MuteRule(
        String name,
        @Nullable String description,
        MuteSchedule schedule,
        Set<String> alarmNames,
        @Nullable Instant startDate,
        @Nullable Instant expireDate,
        long updatedMillis,
        Map<String, String> tags) {
    /** The window that is open at a time, or {@code null}. */
    public @Nullable MuteWindow openAt(long nowMillis) {
        long expires = expireDate == null ? Long.MAX_VALUE : expireDate.toEpochMilli();
        if (nowMillis >= expires) {
            return null;
        }
        long start = schedule.lastStart(nowMillis);
        if (start == MuteSchedule.NEVER || startDate != null && start < startDate.toEpochMilli()) {
            return null;
        }
        long end = Math.min(schedule.endOf(start), expires);
        return end > nowMillis ? new MuteWindow(name, start, end) : null;
    }

    /** {@code ACTIVE}, {@code EXPIRED} or {@code SCHEDULED}. */
    public String status(long nowMillis) {
        if (openAt(nowMillis) != null) {
            return "ACTIVE";
        }
        boolean expired = expireDate != null && nowMillis >= expireDate.toEpochMilli();
        return expired || schedule.over(nowMillis) ? "EXPIRED" : "SCHEDULED";
    }
}
