package io.vaportrail.metrics.alarm.mute;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mute rules of an account in a region, by name. Used under the lock of the alarms. */
public final class MuteRules {
    private final TreeMap<String, MuteRule> rules = new TreeMap<>();

    /** The rules by name. */
    public Map<String, MuteRule> byName() {
        return rules;
    }

    /** The window in which an alarm's actions are muted, the last to close if there are several; {@code null} when they are not. */
    public @Nullable MuteWindow muting(String alarmName, long nowMillis) {
        MuteWindow longest = null;
        for (MuteRule rule : rules.values()) {
            MuteWindow open = rule.alarmNames().contains(alarmName) ? rule.openAt(nowMillis) : null;
            if (open != null && (longest == null || open.endMillis() > longest.endMillis())) {
                longest = open;
            }
        }
        return longest;
    }
}
