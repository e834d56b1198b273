package io.vaportrail.trail.summary;

import io.vaportrail.trail.store.StoredCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Calls by principal, action and resource. A call that takes several permissions, or one on several resources, counts in the row of
 * each. What copies of a call other accounts got does not count.
 */
public final class Summary {
    /** How many rows there are at most. */
    public static final int MOST_ROWS = 10_000;

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::principal).thenComparing(Key::action).thenComparing(Key::resource);

    private final Map<Key, SummaryRow> rows = new HashMap<>();
    private long calls;
    private long errors;
    private boolean truncated;

    /**
     * What a row is of.
     *
     * @param principal see {@link Principal}
     * @param action for example {@code sqs:SendMessage}
     * @param resource an ARN, or {@code *}
     */
    public record Key(String principal, String action, String resource) {}

    /** Counts a call. */
    public void add(StoredCall call) {
        calls++;
        if (call.failed()) {
            errors++;
        }
        if (CallAccesses.areOfItsParts(call)) {
            return;
        }
        String principal = Principal.of(call.sender().caller());
        List<CallAccesses.Access> accesses = CallAccesses.of(call, UnaryOperator.identity());
        if (accesses.isEmpty()) {
            String service = call.eventSource().substring(0, call.eventSource().indexOf('.'));
            count(new Key(principal, service + ":" + call.operation().name(), "*"), call);
        }
        for (CallAccesses.Access access : accesses) {
            for (String resource : access.resources()) {
                count(new Key(principal, access.action(), resource), call);
            }
        }
    }

    private void count(Key key, StoredCall call) {
        SummaryRow row = rows.get(key);
        if (row == null) {
            if (rows.size() >= MOST_ROWS) {
                truncated = true;
                return;
            }
            row = new SummaryRow();
            rows.put(key, row);
        }
        row.add(call);
    }

    /** How many calls there are. */
    public long calls() {
        return calls;
    }

    /** How many of them failed. */
    public long errors() {
        return errors;
    }

    /** Whether calls are missing from the rows because there would be more than {@link #MOST_ROWS}. */
    public boolean truncated() {
        return truncated;
    }

    /** The rows by principal, action and resource. */
    public List<Map.Entry<Key, SummaryRow>> rows() {
        List<Map.Entry<Key, SummaryRow>> sorted = new ArrayList<>(rows.entrySet());
        sorted.sort(Map.Entry.comparingByKey(ORDER));
        return sorted;
    }
}
