package io.vaportrail.s3.store;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What buckets stand on.
 *
 * @param clock domain time
 * @param ids ids and chance
 * @param stateLog where changes are reported
 * @param memory what all objects share
 */
public record StoreEnvironment(EmulatorClock clock, Ids ids, StateLog stateLog, ObjectMemory memory) {
    private static final int VERSION_ID_LENGTH = 32;

    /** The time in whole seconds, as S3 keeps it. */
    public Instant now() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A new version id. */
    String versionId() {
        return ids.alphanumeric(VERSION_ID_LENGTH);
    }
}
