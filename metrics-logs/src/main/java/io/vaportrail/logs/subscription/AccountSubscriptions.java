package io.vaportrail.logs.subscription;

import io.vaportrail.core.state.Regional;
import io.vaportrail.logs.store.LogGroup;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one subscription filter that an account may have for all its log groups in a region. */
public final class AccountSubscriptions {
    private final Regional<AtomicReference<@Nullable Entry>> regions =
            new Regional<>((account, region) -> new AtomicReference<>());

    /**
     * The filter and the groups that it leaves out.
     *
     * @param except names
     */
    record Entry(Subscription filter, Set<String> except) {}

    void set(String accountId, String region, @Nullable Entry entry) {
        regions.in(accountId, region).set(entry);
    }

    /** The filter that holds for a group, or {@code null}. */
    @Nullable Subscription forGroup(LogGroup group) {
        AtomicReference<@Nullable Entry> entry = regions.peek(group.accountId(), group.region());
        Entry there = entry == null ? null : entry.get();
        boolean holds = there != null && group.isStandard() && !there.except.contains(group.name());
        return holds && there != null ? there.filter : null;
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
