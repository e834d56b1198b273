package io.vaportrail.identity.sts.session;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.identity.sts.StsErrors;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a session, whatever roles it goes through. Once set it stays.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html">Source identity</a>
 */
public final class SourceIdentity {
    private static final String RESERVED = "aws:";

    private SourceIdentity() {}

    /**
     * The source identity of a session that the caller begins, or {@code null}.
     *
     * @param asked what the caller asks for, or {@code null}
     * @param roleArn the role that is assumed
     */
    public static @Nullable String of(Caller caller, @Nullable String asked, String roleArn) {
        check(asked);
        Caller.Session session = caller.session();
        String set = session == null ? null : session.sourceIdentity();
        if (set != null && asked != null && !asked.equals(set)) {
            throw StsErrors.notAuthorized(caller, "sts:SetSourceIdentity", roleArn);
        }
        return set == null ? asked : set;
    }

    private static void check(@Nullable String asked) {
        if (asked != null && asked.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
            throw StsErrors.validation(
                    "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
        }
    }
}
