package io.vaportrail.metrics.alarm.mute;

import java.util.Map;
import java.util.TreeMap;

/** The mute rules of an account in a region, by name. Used under the lock of the alarms. */
public final class MuteRules {
    private final TreeMap<String, MuteRule> rules = new TreeMap<>();

    /** The rules by name. */
    public Map<String, MuteRule> byName() {
        return rules;
    }

    /** Until when an alarm's actions are muted as it looks now, in milliseconds since 1970; 0 when they are not. */
    public long mutedUntil(String alarmName, long nowMillis) {
        long until = 0;
        for (MuteRule rule : rules.values()) {
            if (rule.alarmNames().contains(alarmName)) {
                until = Math.max(until, rule.openUntil(nowMillis));
            }
        }
        return until;
    }
}
