package io.vaportrail.identity.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Access keys by id. A deleted key stays known as such, so that it is refused instead of being taken for a name. */
public final class IssuedKeys {
    /** How many deleted keys are remembered; past it all are forgotten. */
    static final int MAX_DELETED = 10_000;

    private final Map<String, AccessKey> active = new ConcurrentHashMap<>();

    /** Account ids by key id. */
    private final Map<String, String> deleted = new ConcurrentHashMap<>();

    /** The key with this id, or {@code null} when there is none. */
    public @Nullable AccessKey get(String accessKeyId) {
        return active.get(accessKeyId);
    }

    /** Whether there was a key with this id that has been deleted. */
    public boolean wasDeleted(String accessKeyId) {
        return deleted.containsKey(accessKeyId);
    }

    /** The account that a deleted key belonged to, or {@code null} when no such key was deleted. */
    public @Nullable String formerAccount(String accessKeyId) {
        return deleted.get(accessKeyId);
    }

    /** Makes the key known. */
    public void add(AccessKey key) {
        active.put(key.id(), key);
    }

    /** Takes the key out of use. */
    public void remove(AccessKey key) {
        if (deleted.size() >= MAX_DELETED) {
            deleted.clear();
        }
        deleted.put(key.id(), key.user().accountId());
        active.remove(key.id());
    }

    void reset(@Nullable String accountId) {
        if (accountId == null) {
            active.clear();
            deleted.clear();
        } else {
            active.values().removeIf(key -> key.user().accountId().equals(accountId));
            deleted.values().removeIf(accountId::equals);
        }
    }
}
