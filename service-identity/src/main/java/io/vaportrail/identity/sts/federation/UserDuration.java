package io.vaportrail.identity.sts.federation;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.identity.sts.StsLimits;
import org.jspecify.annotations.Nullable;

/** How long the session of a user or root lasts. AWS cuts a root's to an hour without a word. */
final class UserDuration {
    private UserDuration() {}

    static int of(Caller caller, @Nullable Integer asked) {
        int seconds = asked == null ? StsLimits.USER_SECONDS : asked;
        return caller.type() == Caller.Type.ROOT ? Math.min(seconds, StsLimits.ROOT_SECONDS) : seconds;
    }
}
