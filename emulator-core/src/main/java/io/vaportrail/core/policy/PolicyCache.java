package io.vaportrail.core.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Policies of one kind by their text, so that each is parsed once. Bounded; safe for any thread. */
public final class PolicyCache {
    private static final Logger log = LoggerFactory.getLogger(PolicyCache.class);
    private static final int MAX_REMEMBERED = 1024;

    private final PolicyKind kind;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    private record Parsed(@Nullable PolicyDocument document) {}

    /** An empty cache. */
    public PolicyCache(PolicyKind kind) {
        this.kind = kind;
    }

    /** The policy with this text, or {@code null} when it is none, which is logged once: it then allows nothing and denies nothing. */
    public @Nullable PolicyDocument get(String text) {
        Parsed known = parsed.get(text);
        if (known == null) {
            known = parse(text);
            if (parsed.size() >= MAX_REMEMBERED) {
                parsed.clear();
            }
            parsed.put(text, known);
        }
        return known.document();
    }

    private Parsed parse(String text) {
        try {
            return new Parsed(PolicyDocument.parse(text, kind));
        } catch (PolicySyntaxException e) {
            log.warn("a policy that is kept cannot be read, and grants nothing: {}", e.getMessage());
            return new Parsed(null);
        }
    }
}
