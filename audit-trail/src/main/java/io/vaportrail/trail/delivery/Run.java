package io.vaportrail.trail.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** One round of deliveries: how it goes about it, and what came of it. For one thread at a time. */
final class Run {
    private final boolean paced;
    private final boolean impatient;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private int files;
    private int records;

    private Run(boolean paced, boolean impatient) {
        this.paced = paced;
        this.impatient = impatient;
    }

    /** A round in the background: it takes breaks, and trails that failed wait for their time. */
    static Run inBackground() {
        return new Run(true, false);
    }

    /** A round that somebody waits for: no breaks, and trails that failed try again. */
    static Run now() {
        return new Run(false, true);
    }

    boolean paced() {
        return paced;
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
