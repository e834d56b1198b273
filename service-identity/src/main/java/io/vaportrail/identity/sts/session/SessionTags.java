package io.vaportrail.identity.sts.session;

import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.model.sts.Tag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a session that is to begin.
 *
 * @param requested those that the caller asks for
 * @param inherited transitive ones of the calling session
 * @param transitiveKeys keys of those that further sessions inherit, in any case
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session tags</a>
 */
public record SessionTags(Map<String, String> requested, Map<String, String> inherited, Set<String> transitiveKeys) {
    /** None. */
    public static final SessionTags NONE = new SessionTags(Map.of(), Map.of(), Set.of());

    /** What the tags of a request are as pairs. */
    public static Map<String, String> of(@Nullable List<Tag> tags) {
        Map<String, String> pairs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Tag tag : tags == null ? List.<Tag>of() : tags) {
            if (pairs.put(tag.key(), tag.value()) != null) {
                throw StsErrors.invalidParameterValue(
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
            ordered.put(tag.key(), tag.value());
        }
        return ordered;
    }

    /**
     * Puts together what the caller asks for and what its own session hands on.
     *
     * @param calling what the caller's session was granted, or {@code null} when it calls with long-term credentials
     */
    public static SessionTags of(
            Map<String, String> requested,
            @Nullable Collection<String> transitive,
            SessionCredentials.@Nullable Grant calling) {
        requested.keySet().forEach(SessionTags::checkPrefix);
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        keys.addAll(requested.keySet());
        Collection<String> handedOn = transitive == null ? List.of() : transitive;
        if (!keys.containsAll(handedOn)) {
            throw StsErrors.invalidParameterValue(
                    "The specified transitive tag key must be included in the requested tags.");
        }
        Map<String, String> inherited = calling == null ? Map.of() : calling.transitiveTags();
        if (inherited.keySet().stream().anyMatch(keys::contains)) {
            throw StsErrors.invalidParameterValue("One of the specified transitive tag keys can't be set because it"
                    + " conflicts with a transitive tag key from the calling session.");
        }
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(handedOn);
        all.addAll(inherited.keySet());
        return new SessionTags(requested, inherited, all);
    }

    private static void checkPrefix(String key) {
        if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw StsErrors.invalidParameterValue("Tag keys can't begin with the reserved prefix aws:");
        }
    }

    /** All tags of the session. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(inherited);
        all.putAll(requested);
        return all;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return requested.isEmpty() && inherited.isEmpty();
    }
}
