package io.vaportrail.trail.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The digests of a trail in one region, each of which names the one before. */
final class DigestChain {
    private final String region;
    private final List<DeliveredFile> files = new ArrayList<>();
    private Instant start;
    private @Nullable DigestFile previous;

    DigestChain(String region, Instant start) {
        this.region = region;
        this.start = start;
    }

    String region() {
        return region;
    }

    /** From when on the next digest covers. */
    Instant start() {
        return start;
    }

    /** The digest before, or {@code null} for the first. */
    @Nullable DigestFile previous() {
        return previous;
    }

    /** Log files that no digest lists yet. */
    List<DeliveredFile> files() {
        return files;
    }

    void add(DeliveredFile file) {
        files.add(file);
    }

    /** Takes note that a digest has been delivered. */
    void delivered(DigestFile digest, Instant end) {
        previous = digest;
        start = end;
        files.subList(0, digest.listed()).clear();
    }
}
