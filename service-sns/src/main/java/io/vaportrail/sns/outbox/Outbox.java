package io.vaportrail.sns.outbox;

import io.vaportrail.core.state.Regional;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.outbox.KeptMessage.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The messages that would have left the machine, the latest of each kind, account and region. */
public final class Outbox {
    private final Regional<Kept> regions = new Regional<>((account, region) -> new Kept());

    private static final class Kept {
        private final Map<Kind, Deque<KeptMessage>> byKind = new EnumMap<>(Kind.class);

        synchronized void add(KeptMessage message) {
            Deque<KeptMessage> kept = byKind.computeIfAbsent(message.kind(), kind -> new ArrayDeque<>());
            if (kept.size() == SnsLimits.KEPT_DELIVERIES) {
                kept.removeFirst();
            }
            kept.addLast(message);
        }

        synchronized List<KeptMessage> list(Kind kind, Predicate<KeptMessage> wanted) {
            List<KeptMessage> found = new ArrayList<>();
            for (KeptMessage message : byKind.getOrDefault(kind, new ArrayDeque<>())) {
                if (wanted.test(message)) {
                    found.add(message);
                }
            }
            return found;
        }

        synchronized void remove(Kind kind, Predicate<KeptMessage> unwanted) {
            byKind.getOrDefault(kind, new ArrayDeque<>()).removeIf(unwanted);
        }
    }

    /** Keeps a message, and drops the oldest of its kind when there are too many. */
    public void keep(String accountId, String region, KeptMessage message) {
        regions.in(accountId, region).add(message);
    }

    /** The messages of a kind, oldest first. */
    public List<KeptMessage> list(String accountId, String region, Kind kind, Predicate<KeptMessage> wanted) {
        Kept kept = regions.peek(accountId, region);
        return kept == null ? List.of() : kept.list(kind, wanted);
    }

    /** Forgets messages of a kind. */
    public void remove(String accountId, String region, Kind kind, Predicate<KeptMessage> unwanted) {
        Kept kept = regions.peek(accountId, region);
        if (kept != null) {
            kept.remove(kind, unwanted);
        }
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}
