package io.vaportrail.core.state;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a service keeps for each account and region, made when first asked for.
 *
 * @param <T> the state of one account in one region
 */
public final class Regional<T> {
    private final Map<Key, T> states = new ConcurrentHashMap<>();
    private final BiFunction<String, String, T> make;

    /** Says itself what records have made for them when first asked: that would be done anew at every start. */
    private record Key(String accountId, String region) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && accountId.equals(key.accountId) && region.equals(key.region);
        }

        @Override
        public int hashCode() {
            return 31 * accountId.hashCode() + region.hashCode();
        }
    }

    /** A store that makes missing state from account id and region. */
    public Regional(BiFunction<String, String, T> make) {
        this.make = make;
    }

    /** The state of an account in a region. */
    public T in(String accountId, String region) {
        Key key = new Key(accountId, region);
        T state = states.get(key);
        return state != null ? state : states.computeIfAbsent(key, k -> make.apply(k.accountId, k.region));
    }

    /** The state of an account in a region if something asked for it before, or {@code null}. */
    public @Nullable T peek(String accountId, String region) {
        return states.get(new Key(accountId, region));
    }

    /** Everything there is. */
    public List<T> all() {
        return new ArrayList<>(states.values());
    }

    /**
     * Takes out everything, or everything of one account, and gives what was taken out.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public List<T> remove(@Nullable String accountId) {
        List<T> removed = new ArrayList<>();
        Iterator<Map.Entry<Key, T>> entries = states.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Key, T> entry = entries.next();
            if (accountId == null || entry.getKey().accountId.equals(accountId)) {
                entries.remove();
                removed.add(entry.getValue());
            }
        }
        return removed;
    }
}
