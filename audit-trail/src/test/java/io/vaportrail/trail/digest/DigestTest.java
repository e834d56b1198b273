package io.vaportrail.trail.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.CreateTrailRequest;
import io.vaportrail.model.cloudtrail.ListPublicKeysRequest;
import io.vaportrail.model.cloudtrail.UpdateTrailRequest;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.Blob;
import io.vaportrail.trail.delivery.Aws;
import io.vaportrail.trail.delivery.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final String DIGESTS = "/CloudTrail-Digest/";

    private final Aws aws = new Aws();

    @AfterEach
    void end() {
        aws.close();
    }

    @Test
    void anHourWithoutRecordsHasADigestToo() {
        start(false);
        aws.clock.advance(Duration.ofHours(3));

        List<String> keys = aws.s3.keys(DIGESTS);
        assertThat(keys)
                .containsExactly(
                        "AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/09/111122223333_CloudTrail-Digest_eu-west-1_audit_eu-west-1_20260309T150506Z.json.gz",
                        "AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/09/111122223333_CloudTrail-Digest_eu-west-1_audit_eu-west-1_20260309T160506Z.json.gz",
                        "AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/09/111122223333_CloudTrail-Digest_eu-west-1_audit_eu-west-1_20260309T170506Z.json.gz");
        Map<String, @Nullable Object> first = digest(keys.get(0));
        assertThat(first.keySet())
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
        assertThat(first.get("previousDigestS3Object")).isNull();
        assertThat(first.get("previousDigestHashAlgorithm")).isNull();
        assertThat(first.get("digestStartTime")).isEqualTo("2026-03-09T14:05:06Z");
        assertThat(first.get("digestEndTime")).isEqualTo("2026-03-09T15:05:06Z");
        assertThat(digest(keys.get(2)).get("newestEventTime")).isNull();
        assertThat(digest(keys.get(2)).get("digestStartTime")).isEqualTo("2026-03-09T16:05:06Z");
        assertThat(aws.status("audit").latestDigestDeliveryTime()).isNotNull();
    }

    @Test
    void aDayIsValid() {
        dayOfWork();
        assertThat(aws.clock.timers()).as("the next digest's").isEqualTo(1);

        DigestChecker checker = new DigestChecker(aws).check(newest());

        assertThat(checker.problems).isEmpty();
        assertThat(checker.digests).isEqualTo(24);
        assertThat(checker.logFiles).isEqualTo(logKeys().size()).isGreaterThanOrEqualTo(24);
    }

    @Test
    void tamperingIsFound() {
        dayOfWork();
        String victim = logKeys().get(5);
        PutObjectRequest other =
                Objects.requireNonNull(aws.s3.objects.get(logKeys().get(6)));
        aws.s3.objects.put(victim, other);

        assertThat(new DigestChecker(aws).check(newest()).problems).containsExactly(victim + " hash");
    }

    @Test
    void removalIsFound() {
        dayOfWork();
        String victim = logKeys().get(5);
        aws.s3.objects.remove(victim);
        assertThat(new DigestChecker(aws).check(newest()).problems).containsExactly(victim + " missing");

        String digest = aws.s3.keys(DIGESTS).get(10);
        aws.s3.objects.remove(digest);
        assertThat(new DigestChecker(aws).check(newest()).problems).contains(digest + " missing");
    }

    @Test
    void aMovedOrRewrittenDigestIsFound() {
        dayOfWork();
        String moved = aws.s3.keys(DIGESTS).get(3);
        String inItsPlace = aws.s3.keys(DIGESTS).get(4);
        aws.s3.objects.put(inItsPlace, Objects.requireNonNull(aws.s3.objects.get(moved)));

        assertThat(new DigestChecker(aws).check(newest()).problems)
                .contains(inItsPlace + " moved", inItsPlace + " hash", inItsPlace + " previous signature");

        PutObjectRequest original = Objects.requireNonNull(aws.s3.objects.get(newest()));
        aws.s3.objects.put(
                newest(),
                PutObjectRequest.builder()
                        .bucket(original.bucket())
                        .key(original.key())
                        .metadata(original.metadata())
                        .body(rewritten(aws.s3.text(newest())))
                        .build());
        assertThat(new DigestChecker(aws).check(newest()).problems).contains(newest() + " signature");
    }

    @Test
    void stoppingWritesALastDigestAndStartingBeginsANewChain() {
        start(false);
        createQueue("q");
        aws.clock.advance(Duration.ofMinutes(20));
        aws.stopLogging("audit");
        aws.deliver();
        List<String> atTheStop = aws.s3.keys(DIGESTS);
        assertThat(atTheStop).hasSize(1);
        assertThat(digest(atTheStop.get(0)).get("digestEndTime")).isEqualTo("2026-03-09T14:25:06Z");
        assertThat(Records.names(aws)).endsWith("StopLogging");
        assertThat(new DigestChecker(aws).check(atTheStop.get(0)).problems).isEmpty();
        assertThat(aws.clock.timers()).isZero();

        aws.clock.advance(Duration.ofHours(5));
        assertThat(aws.s3.keys(DIGESTS)).hasSize(1);
        aws.startLogging("audit");
        aws.clock.advance(Duration.ofHours(2));

        List<String> all = aws.s3.keys(DIGESTS);
        assertThat(all).hasSize(3);
        assertThat(digest(all.get(1)).get("previousDigestS3Object")).isNull();
        assertThat(digest(all.get(2)).get("previousDigestS3Object")).isEqualTo(all.get(1));
        assertThat(new DigestChecker(aws).check(all.get(2)).problems).isEmpty();
    }

    @Test
    void stoppingAndStartingAtOnceKeepsTheChainsApart() {
        start(false);
        aws.clock.advance(Duration.ofMinutes(20));
        aws.stopLogging("audit");
        aws.startLogging("audit");
        createQueue("q");
        aws.clock.advance(Duration.ofHours(2));

        List<String> all = aws.s3.keys(DIGESTS);
        assertThat(all).hasSize(3);
        assertThat(digest(all.get(1)).get("previousDigestS3Object")).isNull();
        assertThat(aws.clock.timers()).isEqualTo(1);
        assertThat(new DigestChecker(aws).check(all.get(2)).problems).isEmpty();
    }

    @Test
    void validationCanBeTurnedOnAndOff() {
        aws.startTrail("audit");
        aws.clock.advance(Duration.ofHours(1));
        assertThat(aws.s3.keys(DIGESTS)).isEmpty();
        validate(true);
        aws.clock.advance(Duration.ofHours(2));
        assertThat(aws.s3.keys(DIGESTS)).hasSize(2);
        validate(false);
        aws.deliver();
        assertThat(aws.s3.keys(DIGESTS)).hasSize(3);
        aws.clock.advance(Duration.ofHours(5));

        assertThat(aws.s3.keys(DIGESTS)).hasSize(3);
        assertThat(aws.clock.timers()).isZero();
        assertThat(new DigestChecker(aws).check(newest()).problems).isEmpty();
    }

    @Test
    void aRegionHasItsChainFromItsFirstFileOn() {
        start(true);
        aws.clock.advance(Duration.ofHours(2));
        aws.call(
                SqsService.CREATE_QUEUE,
                CreateQueueRequest.builder().queueName("west").build(),
                Aws.SARAH,
                "us-west-2");
        aws.clock.advance(Duration.ofHours(2));

        assertThat(aws.s3.keys("/CloudTrail-Digest/eu-west-1/")).hasSize(4);
        List<String> west = aws.s3.keys("/CloudTrail-Digest/us-west-2/");
        assertThat(west).hasSize(2);
        assertThat(west.get(0)).contains("_CloudTrail-Digest_us-west-2_audit_eu-west-1_20260309T170506Z");
        DigestChecker checker = new DigestChecker(aws).check(west.get(1));
        assertThat(checker.problems).isEmpty();
        assertThat(checker.logFiles).isEqualTo(1);
    }

    @Test
    void anHourThatCouldNotBeDeliveredIsCoveredByTheNext() {
        start(false);
        aws.clock.advance(Duration.ofHours(1));
        createQueue("q");
        aws.deliver();
        aws.s3.deny("PutObject");
        aws.clock.advance(Duration.ofHours(1));
        assertThat(aws.status("audit").latestDigestDeliveryError()).isEqualTo("AccessDenied");
        aws.s3.allow("PutObject");
        aws.clock.advance(Duration.ofHours(1));

        assertThat(aws.status("audit").latestDigestDeliveryError()).isNull();
        assertThat(aws.s3.keys(DIGESTS)).hasSize(2);
        assertThat(digest(newest()).get("digestStartTime")).isEqualTo("2026-03-09T15:05:06Z");
        DigestChecker checker = new DigestChecker(aws).check(newest());
        assertThat(checker.problems).isEmpty();
        assertThat(checker.logFiles).isEqualTo(logKeys().size());
    }

    @Test
    void thereIsNoKeyBeforeADigestAndOneForAllAfter() {
        assertThat(keys()).isEmpty();
        start(false);
        aws.clock.advance(Duration.ofHours(2));
        assertThat(keys()).hasSize(1);
        aws.reset(null);
        assertThat(keys()).isEmpty();
    }

    private List<?> keys() {
        return Objects.requireNonNull(aws.call(
                        CloudTrailService.LIST_PUBLIC_KEYS,
                        ListPublicKeysRequest.builder().build())
                .publicKeyList());
    }

    private void dayOfWork() {
        start(false);
        for (int hour = 0; hour < 24; hour++) {
            createQueue("queue-" + hour);
            aws.clock.advance(Duration.ofHours(1));
        }
    }

    private void start(boolean multiRegion) {
        aws.startTrail(CreateTrailRequest.builder()
                .name("audit")
                .s3BucketName(Aws.BUCKET)
                .enableLogFileValidation(true)
                .isMultiRegionTrail(multiRegion)
                .build());
    }

    private void validate(boolean on) {
        aws.call(
                CloudTrailService.UPDATE_TRAIL,
                UpdateTrailRequest.builder()
                        .name("audit")
                        .enableLogFileValidation(on)
                        .build());
    }

    private void createQueue(String name) {
        aws.call(
                SqsService.CREATE_QUEUE,
                CreateQueueRequest.builder().queueName(name).build());
    }

    private String newest() {
        return Collections.max(new ArrayList<>(aws.s3.keys(DIGESTS)));
    }

    private List<String> logKeys() {
        return aws.s3.keys("/CloudTrail/");
    }

    private Map<String, @Nullable Object> digest(String key) {
        return Records.parse(aws.s3.text(key));
    }

    private static Blob rewritten(String digest) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(digest.replace("\"logFiles\":[", "\"logFiles\": [")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Blob.ofOwned(bytes.toByteArray());
    }
}
