package io.vaportrail.identity.sts.federation;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.identity.sts.StsErrors;

/** Operations that AWS lets nobody call with temporary credentials. */
final class LongTermCredentials {
    private LongTermCredentials() {}

    static void check(Caller caller, String operation) {
        if (caller.session() != null || caller.type() == Caller.Type.AWS_SERVICE) {
            throw StsErrors.accessDenied("Cannot call " + operation + " with session credentials");
        }
    }
}
