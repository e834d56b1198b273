package io.vaportrail.identity.sts.role;

import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.StsLimits;
import org.jspecify.annotations.Nullable;

/**
 * How long a role session lasts.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">DurationSeconds</a>
 */
public final class RoleDuration {
    private RoleDuration() {}

    /** The seconds asked for, or an hour. */
    public static int asked(@Nullable Integer seconds) {
        return seconds == null ? StsLimits.ROLE_SECONDS : seconds;
    }

    /**
     * Refuses what the role, or the way it is assumed, does not allow.
     *
     * @param chained whether with another session's credentials
     */
    public static void check(int seconds, Role role, boolean chained) {
        if (chained && seconds > StsLimits.CHAINED_ROLE_SECONDS) {
            throw StsErrors.validation(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }
        if (seconds > role.maxSessionDuration()) {
            throw StsErrors.validation(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
    }
}
