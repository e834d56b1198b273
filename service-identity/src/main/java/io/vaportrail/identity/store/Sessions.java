package io.vaportrail.identity.store;

import io.vaportrail.core.identity.RefusedCredentials;
import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.core.time.EmulatorClock;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary credentials that STS has issued, by access key id. Expired ones stay known as such until others need the room: AWS
 * too tells an expired session from one it never issued, for a while. Safe for any thread; looking up takes no lock.
 */
public final class Sessions {
    /** What all of them may weigh; about as many bytes. Past it those that end first are forgotten. */
    public static final long MAX_WEIGHT = 64L << 20;

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    /** What credentials without policies and tags weigh. */
    private static final int OWN_WEIGHT = 2_000;

    private final EmulatorClock clock;
    private final long maxWeight;
    private final Map<String, SessionCredentials> byKey = new ConcurrentHashMap<>();
    private final PriorityQueue<SessionCredentials> byExpiration =
            new PriorityQueue<>(Comparator.comparing(SessionCredentials::expiration));
    private long weight;

    /** No credentials. */
    public Sessions(EmulatorClock clock) {
        this(clock, MAX_WEIGHT);
    }

    Sessions(EmulatorClock clock, long maxWeight) {
        this.clock = clock;
        this.maxWeight = maxWeight;
    }

    /** Makes credentials known. */
    public synchronized void add(SessionCredentials credentials) {
        byKey.put(credentials.accessKeyId(), credentials);
        byExpiration.add(credentials);
        weight += weightOf(credentials);
        while (weight > maxWeight && byExpiration.size() > 1) {
            SessionCredentials first = byExpiration.remove();
            byKey.remove(first.accessKeyId());
            weight -= weightOf(first);
            if (!expired(first)) {
                log.warn("temporary credentials: {} forgotten before they expired (expected: room for all)", first);
            }
        }
    }

    /** The credentials with this key, expired or not, or {@code null} when there are none. */
    public @Nullable SessionCredentials find(String accessKeyId) {
        return byKey.get(accessKeyId);
    }

    /**
     * The credentials with this key, or {@code null} when there are none.
     *
     * @throws RefusedCredentials when they have expired
     */
    public @Nullable SessionCredentials inForce(String accessKeyId) {
        SessionCredentials known = byKey.get(accessKeyId);
        if (known != null && expired(known)) {
            throw RefusedCredentials.because(RefusedCredentials.Why.EXPIRED);
        }
        return known;
    }

    /** How many are known, expired ones included. */
    public int size() {
        return byKey.size();
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public synchronized void reset(@Nullable String accountId) {
        byExpiration.removeIf(
                known -> accountId == null || accountId.equals(known.caller().accountId()));
        byKey.clear();
        weight = 0;
        for (SessionCredentials left : byExpiration) {
            byKey.put(left.accessKeyId(), left);
            weight += weightOf(left);
        }
    }

    private boolean expired(SessionCredentials credentials) {
        return clock.millis() >= credentials.expiration().toEpochMilli();
    }

    /** A policy is kept as text and as what was read from it. */
    private static long weightOf(SessionCredentials credentials) {
        SessionCredentials.Grant grant = credentials.grant();
        NamedPolicy policy = grant.policy();
        long weight =
                OWN_WEIGHT + (policy == null ? 0 : 8L * policy.document().text().length());
        for (Map.Entry<String, String> tag : grant.tags().entrySet()) {
            weight += tag.getKey().length() + tag.getValue().length();
        }
        return weight;
    }
}
