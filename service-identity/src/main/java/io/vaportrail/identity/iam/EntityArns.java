package io.vaportrail.identity.iam;

import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.NamedTable;
import org.jspecify.annotations.Nullable;

/** Finds what an ARN means when a call gave a name alone: the ARN has then no path, and what it means may have one. */
final class EntityArns {
    private static final int PARTS = 6;
    private static final int ACCOUNT = 4;
    private static final int RESOURCE = 5;

    private EntityArns() {}

    /** What has this ARN, or has the name that a pathless one gives, or {@code null}. */
    static @Nullable Entity named(Accounts accounts, String arn) {
        String[] parts = arn.split(":", PARTS);
        AccountIdentities account = parts.length < PARTS ? null : accounts.peek(parts[ACCOUNT]);
        if (account == null) {
            return null;
        }
        String resource = parts[RESOURCE];
        int first = resource.indexOf('/');
        NamedTable<? extends Entity> table = first < 0 ? null : table(account, resource.substring(0, first));
        if (table == null) {
            return null;
        }
        int last = resource.lastIndexOf('/');
        Entity found = table.get(resource.substring(last + 1));
        return found == null || first == last || found.arn().equals(arn) ? found : null;
    }

    private static @Nullable NamedTable<? extends Entity> table(AccountIdentities account, String kind) {
        return switch (kind) {
            case "user" -> account.users();
            case "group" -> account.groups();
            case "role" -> account.roles();
            case "policy" -> account.policies();
            case "instance-profile" -> account.instanceProfiles();
            default -> null;
        };
    }
}
