package io.vaportrail.sns.sms;

import io.vaportrail.core.state.Regional;
import org.jspecify.annotations.Nullable;

/** What accounts have set for text messages, by account and region. */
public final class SmsAccounts {
    private final Regional<SmsAccount> accounts = new Regional<>((account, region) -> new SmsAccount());

    /** What an account has set in a region. */
    public SmsAccount in(String accountId, String region) {
        return accounts.in(accountId, region);
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        accounts.remove(accountId);
    }
}
