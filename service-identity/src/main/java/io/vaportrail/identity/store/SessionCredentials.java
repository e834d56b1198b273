package io.vaportrail.identity.store;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.NamedPolicy;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Temporary credentials that STS has issued. Immutable; the text form does not show the token.
 *
 * @param sessionToken what calls must carry beside the key
 * @param caller who the holder is; {@code accessKeyId} is the key's id
 * @param expiration when they end
 * @param grant what was narrowed and tagged when they were issued
 */
public record SessionCredentials(String sessionToken, Caller caller, Instant expiration, Grant grant) {
    /**
     * What was handed in when a session began.
     *
     * @param policy the inline session policy, or {@code null}
     * @param managed the managed session policies
     * @param tags the session's tags, inherited ones included
     * @param transitiveKeys keys of tags that sessions begun by this one inherit, in any case
     */
    public record Grant(
            @Nullable NamedPolicy policy,
            List<ManagedPolicy> managed,
            Map<String, String> tags,
            Set<String> transitiveKeys) {
        /** Nothing. */
        public static final Grant NONE = new Grant(null, List.of(), Map.of(), Set.of());

        /** Copies the collections. */
        public Grant {
            managed = List.copyOf(managed);
            tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
            Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            keys.addAll(transitiveKeys);
            transitiveKeys = Collections.unmodifiableSet(keys);
        }

        /** Whether a session policy narrows the session. */
        public boolean narrowed() {
            return policy != null || !managed.isEmpty();
        }

        /** The tags that sessions begun by this one inherit. */
        public Map<String, String> transitiveTags() {
            Map<String, String> inherited = new LinkedHashMap<>(tags);
            inherited.keySet().removeIf(key -> !transitiveKeys.contains(key));
            return inherited;
        }
    }

    /** For example {@code ASIA…}. */
    public String accessKeyId() {
        return String.valueOf(caller.accessKeyId());
    }

    @Override
    public String toString() {
        return accessKeyId();
    }
}
