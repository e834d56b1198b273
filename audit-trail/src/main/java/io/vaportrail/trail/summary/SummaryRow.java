package io.vaportrail.trail.summary;

import io.vaportrail.trail.store.StoredCall;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What some calls amount to. */
public final class SummaryRow {
    private final Map<String, Long> errorCodes = new TreeMap<>();
    private long calls;
    private long errors;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(StoredCall call) {
        calls++;
        if (call.failed()) {
            errors++;
            errorCodes.merge(Objects.requireNonNull(call.errorCode(), "code of an error"), 1L, Long::sum);
        }
        first = Math.min(first, call.epochSecond());
        last = Math.max(last, call.epochSecond());
    }

    /** How many calls there are. */
    public long calls() {
        return calls;
    }

    /** How many of them failed. */
    public long errors() {
        return errors;
    }

    /** How many failed with each code. */
    public Map<String, Long> errorCodes() {
        return errorCodes;
    }

    /** When the first was completed, to the second. */
    public Instant first() {
        return Instant.ofEpochSecond(first);
    }

    /** When the last was completed, to the second. */
    public Instant last() {
        return Instant.ofEpochSecond(last);
    }
}
