package io.vaportrail.identity.iam.simulate;

import io.vaportrail.core.policy.Principal;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the simulated calls.
 *
 * @param principal the principal that resource policies see
 * @param tags its tags
 * @param known whether it is a user or role, so that the keys that follow from it have values
 * @param user whether it is a user, as resource policies need
 */
record SimulatedCaller(Principal principal, Map<String, String> tags, boolean known, boolean user) {
    /**
     * The caller that the request names, else the source of the policies.
     *
     * @param source whose policies are simulated, or {@code null} when the request brings them all
     * @throws io.vaportrail.schema.ServiceException InvalidInput when the caller named is no user
     */
    static SimulatedCaller of(AccountIdentities account, @Nullable String callerArn, @Nullable PolicySource source) {
        if (callerArn != null) {
            return named(account, callerArn);
        }
        Entity entity = source == null ? null : source.entity();
        if (entity instanceof User user) {
            return new SimulatedCaller(principal(user), user.tags(), true, true);
        }
        if (entity instanceof Role role) {
            Principal principal = new Principal(
                    Principal.Kind.ASSUMED_ROLE, role.accountId(), role.arn(), role.id(), role.arn(), null);
            return new SimulatedCaller(principal, role.tags(), true, false);
        }
        return new SimulatedCaller(Principal.account(account.accountId()), Map.of(), false, false);
    }

    /** A user of another account, or one that was never created, is known by its ARN alone. */
    private static SimulatedCaller named(AccountIdentities account, String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[2].equals("iam") || !parts[5].startsWith("user/")) {
            throw IamErrors.invalidInput(
                    "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
        }
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        User user = parts[4].equals(account.accountId()) ? account.users().get(name) : null;
        if (user != null && user.arn().equals(arn)) {
            return new SimulatedCaller(principal(user), user.tags(), true, true);
        }
        Principal principal = new Principal(Principal.Kind.USER, parts[4], arn, "", null, name);
        return new SimulatedCaller(principal, Map.of(), true, true);
    }

    private static Principal principal(User user) {
        return new Principal(Principal.Kind.USER, user.accountId(), user.arn(), user.id(), null, user.name());
    }
}
