package io.vaportrail.identity.sts.session;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.iam.mfa.OneTimeCodes;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.MfaDevice;
import io.vaportrail.identity.sts.StsErrors;
import org.jspecify.annotations.Nullable;

/**
 * A second factor that comes with a call. A device that IAM has made must be the caller's, and the code the one that it shows. Any other
 * device is taken for the caller's unless IAM knows the caller, and every code of six digits for the right one.
 */
public final class MultiFactor {
    private final Accounts accounts;
    private final EmulatorClock clock;

    /** Knows devices by these accounts. */
    public MultiFactor(Accounts accounts, EmulatorClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Whether there is one.
     *
     * @throws io.vaportrail.schema.ServiceException AccessDenied when it is not the caller's, or not the right code
     */
    public boolean given(Caller caller, @Nullable String serialNumber, @Nullable String tokenCode) {
        if (serialNumber == null && tokenCode == null) {
            return false;
        }
        if (serialNumber == null || tokenCode == null) {
            throw StsErrors.accessDenied(
                    "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }
        AccountIdentities account = accounts.peek(caller.accountId());
        MfaDevice device = account == null ? null : account.mfaDevices().get(serialNumber);
        if (device == null ? isKnown(caller, account) : !isOf(caller, device)) {
            throw StsErrors.accessDenied("MultiFactorAuthentication failed, unable to validate MFA code. Please verify"
                    + " your MFA serial number is valid and associated with this user.");
        }
        if (device != null && !OneTimeCodes.isShown(device.seed(), tokenCode, clock.now())) {
            throw StsErrors.accessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code.");
        }
        return true;
    }

    private static boolean isKnown(Caller caller, @Nullable AccountIdentities account) {
        String name = caller.userName();
        return account != null && name != null && account.users().get(name) != null;
    }

    private static boolean isOf(Caller caller, MfaDevice device) {
        MfaDevice.Assignment assignment = device.assignment();
        return assignment != null && assignment.user().arn().equals(caller.arn());
    }
}
