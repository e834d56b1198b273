package io.vaportrail.trail.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** One round of deliveries: how it goes about it, and what came of it. For one thread at a time. */
final class Run {
    private static final Runnable NOTHING = () -> {};

    private final boolean paced;
    private final boolean impatient;
    private final Runnable onBreak;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Map<String, String> eventFailures = new LinkedHashMap<>();
    private int events;
    private int files;
    private int records;

    private Run(boolean paced, boolean impatient, Runnable onBreak) {
        this.paced = paced;
        this.impatient = impatient;
        this.onBreak = onBreak;
    }

    /**
     * A round in the background: it takes breaks, and trails that failed wait for their time.
     *
     * @param onBreak what to do whenever it takes one
     */
    static Run inBackground(Runnable onBreak) {
        return new Run(true, false, onBreak);
    }

    /** A round that somebody waits for: no breaks, and trails that failed try again. */
    static Run now() {
        return new Run(false, true, NOTHING);
    }

    boolean paced() {
        return paced;
    }

    /** To be called before each break. */
    void rests() {
        onBreak.run();
    }

    boolean impatient() {
        return impatient;
    }

    void delivered(LogFile file) {
        files++;
        records += file.records();
    }

    void failed(String trail, String errorCode) {
        failures.put(trail, errorCode);
    }

    /** Takes note of events put on buses. */
    void put(int count) {
        events += count;
    }

    void notPut(String accountId, String errorCode) {
        eventFailures.put(accountId, errorCode);
    }

    /** Events put on buses. */
    int events() {
        return events;
    }

    /** Error codes by the accounts whose events could not be put. */
    Map<String, String> eventFailures() {
        return eventFailures;
    }

    /** Log files delivered. */
    int files() {
        return files;
    }

    /** Records in them. */
    int records() {
        return records;
    }

    /** Error codes by the ARNs of trails that failed. */
    Map<String, String> failures() {
        return failures;
    }
}
