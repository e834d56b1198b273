package io.vaportrail.identity.sts.session;

import io.vaportrail.core.service.Call;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What records show of a token's or assertion's claims among the request parameters. */
public final class FederatedIdentity {
    private FederatedIdentity() {}

    /**
     * Adds tags and source identity to the record.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html#cloudtrail-integration_examples-sts-api">STS
     *     events in CloudTrail</a>
     */
    public static void describe(Call call, SessionTags tags, @Nullable String sourceIdentity) {
        if (!tags.requested().isEmpty()) {
            call.audit().requestParameter("principalTags", tags.requested());
        }
        if (!tags.transitiveKeys().isEmpty()) {
            call.audit().requestParameter("transitiveTagKeys", new ArrayList<>(tags.transitiveKeys()));
        }
        if (sourceIdentity != null) {
            call.audit().requestParameter("sourceIdentity", sourceIdentity);
        }
    }
}
