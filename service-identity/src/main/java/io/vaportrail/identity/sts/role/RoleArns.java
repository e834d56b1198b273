package io.vaportrail.identity.sts.role;

import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.sts.StsErrors;
import org.jspecify.annotations.Nullable;

/** Finds roles by ARN. */
public final class RoleArns {
    private static final int PARTS = 6;

    private RoleArns() {}

    /**
     * The role with this ARN, or {@code null} when there is none.
     *
     * @throws io.vaportrail.schema.ServiceException ValidationError when the text is no ARN
     */
    public static @Nullable Role find(Accounts accounts, String arn) {
        String[] parts = check(arn);
        AccountIdentities account = accounts.peek(parts[4]);
        Role role = account == null ? null : account.roles().get(arn.substring(arn.lastIndexOf('/') + 1));
        return role != null && role.arn().equals(arn) ? role : null;
    }

    /**
     * The six parts of an ARN.
     *
     * @throws io.vaportrail.schema.ServiceException ValidationError when partition, service or resource is missing
     */
    public static String[] check(String arn) {
        String[] parts = arn.split(":", PARTS);
        if (parts.length < PARTS
                || !parts[0].equals("arn")
                || parts[1].isEmpty()
                || parts[2].isEmpty()
                || parts[5].isEmpty()) {
            throw StsErrors.invalidArn(arn);
        }
        return parts;
    }
}
