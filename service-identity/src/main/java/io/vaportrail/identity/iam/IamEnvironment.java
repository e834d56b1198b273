package io.vaportrail.identity.iam;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.iam.policy.AwsManagedPolicies;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Identifiers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the operations of IAM work with.
 *
 * @param clock domain time
 * @param ids ids and chance
 * @param accounts the identities of all accounts
 * @param awsPolicies the managed policies of AWS
 */
public record IamEnvironment(EmulatorClock clock, Ids ids, Accounts accounts, AwsManagedPolicies awsPolicies) {
    /** The time in whole seconds, as IAM keeps its dates. */
    public Instant now() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A new unique id, for example {@code AIDA…}. */
    public String uniqueId(String prefix) {
        return Identifiers.uniqueId(ids, prefix);
    }
}
