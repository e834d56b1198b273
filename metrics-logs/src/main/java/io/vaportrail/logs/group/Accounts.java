package io.vaportrail.logs.group;

import io.vaportrail.core.service.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which accounts a listing is about. Accounts are not linked here, so that it is the caller's or none. */
final class Accounts {
    private Accounts() {}

    static boolean includes(@Nullable List<String> accountIds, Call call) {
        return accountIds == null || accountIds.isEmpty() || accountIds.contains(call.accountId());
    }
}
