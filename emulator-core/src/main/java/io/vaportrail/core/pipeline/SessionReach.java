package io.vaportrail.core.pipeline;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.schema.OperationSchema;

/**
 * What temporary credentials cannot be used for, whatever policies say: those of GetFederationToken open neither IAM nor STS, those of
 * GetSessionToken open IAM only when they were issued with a second factor.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare AWS STS credentials</a>
 */
final class SessionReach {
    private SessionReach() {}

    /** Whether the credentials of the caller can be used for the operation at all. */
    static boolean covers(Caller caller, OperationSchema<?, ?> operation) {
        Caller.Session session = caller.session();
        if (session == null || session.assumedRoot()) {
            return true;
        }
        boolean federated = caller.type() == Caller.Type.FEDERATED_USER;
        return switch (operation.service().id()) {
            case "iam" -> !federated && (session.issuer() != null || session.mfaAuthenticated());
            case "sts" -> !federated || operation.name().equals("GetCallerIdentity");
            default -> true;
        };
    }
}
