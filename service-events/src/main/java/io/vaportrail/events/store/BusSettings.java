package io.vaportrail.events.store;

import io.vaportrail.model.events.DeadLetterConfig;
import io.vaportrail.model.events.LogConfig;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an event bus set, as plain data.
 *
 * @param description or {@code null}
 * @param kmsKeyIdentifier of the key that events would be encrypted with at rest, or {@code null}
 * @param deadLetterConfig where AWS would send events that it cannot decrypt, or {@code null}
 * @param logConfig what AWS would log to the bus's log deliveries, or {@code null}
 * @param policy who may put events, a JSON text, or {@code null}
 * @param tags its tags
 * @param created when it was created
 * @param modified when it was last changed
 */
public record BusSettings(
        @Nullable String description,
        @Nullable String kmsKeyIdentifier,
        @Nullable DeadLetterConfig deadLetterConfig,
        @Nullable LogConfig logConfig,
        @Nullable String policy,
        Map<String, String> tags,
        Instant created,
        Instant modified) {

    /** A bus that nobody has set anything of. */
    public static BusSettings plain(Instant created) {
        return new BusSettings(null, null, null, null, null, Map.of(), created, created);
    }

    /** The same with another policy. */
    public BusSettings withPolicy(@Nullable String newPolicy, Instant now) {
        return new BusSettings(
                description, kmsKeyIdentifier, deadLetterConfig, logConfig, newPolicy, tags, created, now);
    }

    /** The same with other tags. */
    public BusSettings withTags(Map<String, String> newTags) {
        return new BusSettings(
                description, kmsKeyIdentifier, deadLetterConfig, logConfig, policy, newTags, created, modified);
    }
}
