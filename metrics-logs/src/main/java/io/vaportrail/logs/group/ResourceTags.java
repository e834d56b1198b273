package io.vaportrail.logs.group;

import io.vaportrail.logs.store.LogArn;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tags of everything but log groups, by ARN: of destinations, lookup tables, deliveries. Safe for any thread. */
public final class ResourceTags {
    private final Map<String, Map<String, String>> all = new ConcurrentHashMap<>();

    /** Something is there; tags that are given are added to those it had. */
    public void add(String arn, @Nullable Map<String, String> tags) {
        Map<String, String> more = tags == null ? Map.of() : tags;
        all.merge(arn, TagRules.checked(arn, more), (before, given) -> merged(arn, before, given));
    }

    /** Something is there no longer. */
    public void remove(String arn) {
        all.remove(arn);
    }

    /** The tags of something, or {@code null} when it is not there. */
    public @Nullable Map<String, String> of(String arn) {
        return all.get(arn);
    }

    /** Changes the tags of something; gives {@code false} when it is not there. */
    boolean change(String arn, UnaryOperator<Map<String, String>> change) {
        return all.computeIfPresent(
                        arn,
                        (there, before) ->
                                TagRules.checked(arn, Objects.requireNonNull(change.apply(new HashMap<>(before)))))
                != null;
    }

    private static Map<String, String> merged(String arn, Map<String, String> before, Map<String, String> given) {
        Map<String, String> merged = new HashMap<>(before);
        merged.putAll(given);
        return TagRules.checked(arn, merged);
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        all.keySet().removeIf(arn -> {
            LogArn parsed = LogArn.of(arn);
            return accountId == null || parsed == null || parsed.accountId().equals(accountId);
        });
    }
}
