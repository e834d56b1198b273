package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.PublicKey;

/** Digest files: one an hour, chained and signed, so that whatever happened to the files afterwards shows. */
class DigestsTest extends ValidatedTrailTest {
    private static final String DIGESTS = "/CloudTrail-Digest/us-east-1/";

    @Test
    void aDeliveredDayIsProven() {
        hoursOfWork("t-1", 24);

        DigestAudit audit = audit();

        assertThat(audit.problems()).isEmpty();
        assertThat(audit.digests()).hasSize(24).containsExactlyInAnyOrderElementsOf(keys(DIGESTS));
        assertThat(audit.logFiles()).containsExactlyInAnyOrderElementsOf(logFiles());
        assertThat(delivered()).filteredOn("CreateQueue"::equals).hasSize(24);
        assertThat(status("t-1").latestDigestDeliveryTime()).isNotNull();
        assertThat(status("t-1").latestDigestDeliveryError()).isNull();
    }

    @Test
    void whatWasTamperedWithShows() {
        hoursOfWork("t-1", 3);
        String logFile = logFiles().get(0);
        String digest = keys(DIGESTS).get(1);
        tamper(logFile, text(logFile).replace("sarah", "nobody"));
        tamper(digest, text(digest).replace("SHA-256", "SHA-512"));

        assertThat(audit().problems()).containsExactly(digest + " hash", digest + " signature", logFile + " hash");
    }

    @Test
    void whatWasRemovedShows() {
        hoursOfWork("t-1", 3);
        String logFile = logFiles().get(0);
        remove(logFile);
        assertThat(audit().problems()).containsExactly(logFile + " missing");

        String digest = keys(DIGESTS).get(1);
        remove(digest);
        assertThat(audit().problems()).containsExactly(digest + " missing");
    }

    @Test
    void aDigestSaysWhatAwsSays() {
        Instant began = emulator.now();
        hoursOfWork("t-1", 2);
        List<String> keys = keys(DIGESTS);

        JsonNode first = parse(text(keys.get(0)));
        JsonNode second = parse(text(keys.get(1)));

        List<String> names = new ArrayList<>();
        second.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "awsAccountId",
                        "digestStartTime",
                        "digestEndTime",
                        "digestS3Bucket",
                        "digestS3Object",
                        "digestPublicKeyFingerprint",
                        "digestSignatureAlgorithm",
                        "newestEventTime",
                        "oldestEventTime",
                        "previousDigestS3Bucket",
                        "previousDigestS3Object",
                        "previousDigestHashValue",
                        "previousDigestHashAlgorithm",
                        "previousDigestSignature",
                        "logFiles");
        assertThat(first.get("previousDigestSignature").isNull()).isTrue();
        assertThat(second.get("digestStartTime")).isEqualTo(first.get("digestEndTime"));
        assertThat(second.get("previousDigestS3Object").asText()).isEqualTo(keys.get(0));
        assertThat(Instant.parse(first.get("digestStartTime").asText())).isBetween(began.minusSeconds(1), began);
        assertThat(keys.get(0))
                .matches("AWSLogs/000000000000/CloudTrail-Digest/us-east-1/\\d{4}/\\d\\d/\\d\\d/"
                        + "000000000000_CloudTrail-Digest_us-east-1_t-1_us-east-1_\\d{8}T\\d{6}Z\\.json\\.gz");
    }

    @Test
    void anHourWithoutWorkHasADigestToo() {
        hoursOfWork("t-1", 1);
        advance(3 * HOUR_SECONDS);

        assertThat(keys(DIGESTS)).hasSize(4);
        assertThat(audit().problems()).isEmpty();
        assertThat(parse(text(keys(DIGESTS).get(3))).get("newestEventTime").isNull())
                .isTrue();
    }

    @Test
    void stoppingEndsTheChainAndStartingBeginsAnother() {
        hoursOfWork("t-1", 1);
        cloudTrail.stopLogging(r -> r.name("t-1"));
        deliver();
        assertThat(keys(DIGESTS)).hasSize(2);
        assertThat(audit().problems()).isEmpty();
        advance(2 * HOUR_SECONDS);
        assertThat(keys(DIGESTS)).hasSize(2);

        cloudTrail.startLogging(r -> r.name("t-1"));
        advance(HOUR_SECONDS);

        assertThat(keys(DIGESTS)).hasSize(3);
        assertThat(audit().digests()).hasSize(1);
    }

    @Test
    void withoutValidationThereAreNone() {
        startTrail("t-1");
        advance(2 * HOUR_SECONDS);

        assertThat(keys("/CloudTrail-Digest/")).isEmpty();
        assertThat(cloudTrail.listPublicKeys(r -> {}).publicKeyList()).isEmpty();
    }

    @Test
    void digestsThatFailShowAndTheNextCoversTheirHour() {
        hoursOfWork("t-1", 1);
        s3.deleteBucketPolicy(r -> r.bucket(BUCKET));
        createQueue("sarah", "denied");
        advance(HOUR_SECONDS);
        assertThat(status("t-1").latestDigestDeliveryError()).isEqualTo("AccessDenied");

        s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(policy(BUCKET, "", "t-1")));
        advance(HOUR_SECONDS);

        assertThat(status("t-1").latestDigestDeliveryError()).isNull();
        DigestAudit audit = audit();
        assertThat(audit.problems()).isEmpty();
        assertThat(audit.digests()).hasSize(2);
        assertThat(audit.logFiles()).containsExactlyInAnyOrderElementsOf(logFiles());
    }

    @Test
    void keysAreListedForTheTimeTheyAreGood() {
        hoursOfWork("t-1", 1);
        Instant now = emulator.now();

        List<PublicKey> keys = cloudTrail
                .listPublicKeys(r -> r.startTime(now.minusSeconds(HOUR_SECONDS)).endTime(now))
                .publicKeyList();

        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).fingerprint()).matches("[0-9a-f]{32}");
        assertThat(keys.get(0).validityStartTime()).isBefore(keys.get(0).validityEndTime());
        assertThat(AwsError.of(() ->
                                cloudTrail.listPublicKeys(r -> r.startTime(now).endTime(now.minusSeconds(1))))
                        .code())
                .isEqualTo("InvalidTimeRangeException");
        assertThat(AwsError.of(() -> cloudTrail.listPublicKeys(r -> r.nextToken("no-token")))
                        .code())
                .isEqualTo("InvalidTokenException");
    }

    private DigestAudit audit() {
        List<String> keys = keys(DIGESTS);
        DigestAudit audit = new DigestAudit(s3, cloudTrail);
        audit.follow(BUCKET, keys.get(keys.size() - 1));
        return audit;
    }
}
