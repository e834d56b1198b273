package io.vaportrail.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's time: visibility timeouts, delays, schedules, alarms and expiry run on it. All accounts share it, so tests that move
 * it have an emulator of their own.
 */
public final class VaportrailClock {
    private final AdminClient admin;

    VaportrailClock(AdminClient admin) {
        this.admin = admin;
    }

    /** What time it is there. */
    public Instant now() {
        return time(admin.get("clock"));
    }

    /** Stops it; it then moves only by {@link #advance}. */
    public VaportrailClock freeze() {
        admin.post("clock", "{\"freeze\":true}");
        return this;
    }

    /** Lets it run with the machine's clock again, from where it is. */
    public VaportrailClock unfreeze() {
        admin.post("clock", "{\"freeze\":false}");
        return this;
    }

    /**
     * Moves it forward. Whatever falls due on the way happens, in order, before this returns.
     *
     * @param by not negative
     * @return the new time
     * @throws VaportrailException when it is refused, or when work that it set off does not come to an end
     */
    public Instant advance(Duration by) {
        Map<String, @Nullable Object> answer = admin.post("clock", "{\"advance\":\"" + by + "\"}");
        if (!Boolean.TRUE.equals(answer.get("settled"))) {
            throw new VaportrailException(
                    "clock: advanced by " + by + ", but work that it set off is not done (expected: settled)");
        }
        return time(answer);
    }

    private static Instant time(Map<String, @Nullable Object> answer) {
        return Instant.parse(String.valueOf(answer.get("time")));
    }
}
