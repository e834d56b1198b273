package io.vaportrail.trail.digest;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.cloudtrail.InvalidTimeRangeException;
import io.vaportrail.model.cloudtrail.InvalidTokenException;
import io.vaportrail.model.cloudtrail.ListPublicKeysRequest;
import io.vaportrail.model.cloudtrail.ListPublicKeysResponse;
import io.vaportrail.model.cloudtrail.PublicKey;
import io.vaportrail.schema.Blob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The keys that digest files of a time were signed with. There is one at most, good from its making on.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListPublicKeys.html">ListPublicKeys</a>
 */
public final class ListPublicKeys {
    /** Longer than anybody moves time; AWS changes its keys every few weeks. */
    private static final Duration VALIDITY = Duration.ofDays(36_500);

    private final SigningKeys keys;
    private final EmulatorClock clock;

    /** The operation over these keys. */
    public ListPublicKeys(SigningKeys keys, EmulatorClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Answers. */
    public ListPublicKeysResponse handle(ListPublicKeysRequest request, Call call) {
        if (request.nextToken() != null) {
            throw InvalidTokenException.of("The token is not valid.");
        }
        Instant now = clock.now();
        Instant start = Objects.requireNonNullElse(request.startTime(), now);
        Instant end = Objects.requireNonNullElse(request.endTime(), now);
        if (start.isAfter(end)) {
            throw InvalidTimeRangeException.of("The start time occurs after the end time.");
        }
        SigningKey key = keys.existing();
        boolean good = key != null && !end.isBefore(key.validFrom());
        return ListPublicKeysResponse.builder()
                .publicKeyList(key != null && good ? List.of(shown(key)) : List.of())
                .build();
    }

    private static PublicKey shown(SigningKey key) {
        return PublicKey.builder()
                .value(Blob.ofOwned(key.publicKey()))
                .validityStartTime(key.validFrom())
                .validityEndTime(key.validFrom().plus(VALIDITY))
                .fingerprint(key.fingerprint())
                .build();
    }
}
