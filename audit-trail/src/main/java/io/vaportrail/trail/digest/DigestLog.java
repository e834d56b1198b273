package io.vaportrail.trail.digest;

import io.vaportrail.trail.trails.TrailArn;
import io.vaportrail.trail.trails.TrailSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digests of a trail from the moment that it records with validation until it ceases to: one chain in the home region, and one in
 * each further region from its first log file on. (AWS writes empty digests for all regions of a multi-region trail at once.) For one
 * thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html">
 *     Digest file structure</a>
 */
public final class DigestLog {
    /** How long a digest covers. */
    public static final Duration PERIOD = Duration.ofHours(1);

    private final TrailArn trail;
    private final SigningKeys keys;
    private final Map<String, DigestChain> chains = new TreeMap<>();
    private Instant periodStart;

    /**
     * Digests of what is delivered from now on.
     *
     * @param start when the first begins; the minute and second at which all of them end
     */
    public DigestLog(TrailArn trail, SigningKeys keys, Instant start) {
        this.trail = trail;
        this.keys = keys;
        this.periodStart = start.truncatedTo(ChronoUnit.SECONDS);
        chain(trail.region());
    }

    /** Lists a log file in the next digest of its region. */
    public void add(String region, DeliveredFile file) {
        chain(region).add(file);
    }

    private DigestChain chain(String region) {
        return chains.computeIfAbsent(region, name -> new DigestChain(name, periodStart));
    }

    /** When the next digests are due. */
    public Instant due() {
        return periodStart.plus(PERIOD);
    }

    /**
     * Writes a digest of each region up to a time. Each is to be {@link #delivered} before the next are written; what is not will be
     * covered by those.
     */
    public List<DigestFile> write(TrailSettings settings, Instant end) {
        List<DigestFile> written = new ArrayList<>();
        Instant second = end.truncatedTo(ChronoUnit.SECONDS);
        for (DigestChain chain : chains.values()) {
            written.add(new DigestWriter(trail, settings, keys.current()).write(chain, endOf(chain, second)));
        }
        return written;
    }

    /** A digest is named by the second of its end, so that two of a chain never end in the same. */
    private static Instant endOf(DigestChain chain, Instant second) {
        return chain.start().isBefore(second) ? second : chain.start().plusSeconds(1);
    }

    /** Takes note that a digest that ends at the time has been delivered. */
    public void delivered(DigestFile digest, Instant end) {
        DigestChain chain = chain(digest.region());
        chain.delivered(digest, endOf(chain, end.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Goes on to the next hour. */
    public void nextPeriod() {
        periodStart = due();
    }
}
