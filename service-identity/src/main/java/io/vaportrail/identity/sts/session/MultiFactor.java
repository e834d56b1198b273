package io.vaportrail.identity.sts.session;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.MfaDevice;
import io.vaportrail.identity.sts.StsErrors;
import org.jspecify.annotations.Nullable;

/**
 * A second factor that comes with a call. A device that IAM knows must be the caller's; any other is taken for the caller's unless IAM
 * knows the caller. Every code of six digits is taken for the right one.
 */
public final class MultiFactor {
    private MultiFactor() {}

    /** Whether there is one. */
    public static boolean given(
            Accounts accounts, Caller caller, @Nullable String serialNumber, @Nullable String tokenCode) {
        if (serialNumber == null && tokenCode == null) {
            return false;
        }
        if (serialNumber == null || tokenCode == null) {
            throw StsErrors.accessDenied(
                    "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }
        if (!isOf(caller, accounts.peek(caller.accountId()), serialNumber)) {
            throw StsErrors.accessDenied("MultiFactorAuthentication failed, unable to validate MFA code. Please verify"
                    + " your MFA serial number is valid and associated with this user.");
        }
        return true;
    }

    private static boolean isOf(Caller caller, @Nullable AccountIdentities account, String serialNumber) {
        if (account == null) {
            return true;
        }
        String name = caller.userName();
        MfaDevice device = account.mfaDevices().get(serialNumber);
        if (device == null) {
            return name == null || account.users().get(name) == null;
        }
        MfaDevice.Assignment assignment = device.assignment();
        return assignment != null && assignment.user().arn().equals(caller.arn());
    }
}
