package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Objects that expire, move and go as time is moved. */
final class LifecycleTest extends S3Test {
    private static final Duration DAY = Duration.ofDays(1);

    @BeforeEach
    void make() {
        makeBucket();
    }

    private void rule(Consumer<LifecycleRule.Builder> how) {
        LifecycleRule.Builder rule =
                LifecycleRule.builder().id("r").status(ExpirationStatus.ENABLED).filter(f -> {});
        how.accept(rule);
        s3.putBucketLifecycleConfiguration(r -> r.bucket(BUCKET).lifecycleConfiguration(c -> c.rules(rule.build())));
    }

    private String storageClass(String key) {
        StorageClass found = s3.headObject(r -> r.bucket(BUCKET).key(key)).storageClass();
        return found == null ? "STANDARD" : found.toString();
    }

    @Test
    void isKept() {
        LifecycleRule rule = LifecycleRule.builder()
                .id("logs")
                .status("Enabled")
                .filter(f -> f.and(
                        a -> a.prefix("logs/").tags(t -> t.key("k").value("v")).objectSizeGreaterThan(1L)))
                .expiration(e -> e.days(3))
                .transitions(t -> t.days(1).storageClass(TransitionStorageClass.GLACIER))
                .noncurrentVersionExpiration(n -> n.noncurrentDays(2).newerNoncurrentVersions(1))
                .build();
        s3.putBucketLifecycleConfiguration(r -> r.bucket(BUCKET).lifecycleConfiguration(c -> c.rules(rule)));

        assertThat(s3.getBucketLifecycleConfiguration(r -> r.bucket(BUCKET)).rules())
                .containsExactly(rule);
        assertThat(s3.getBucketLifecycleConfiguration(r -> r.bucket(BUCKET))
                        .transitionDefaultMinimumObjectSizeAsString())
                .isEqualTo("all_storage_classes_128K");
        s3.deleteBucketLifecycle(r -> r.bucket(BUCKET));
        assertRefused(
                "NoSuchLifecycleConfiguration", 404, () -> s3.getBucketLifecycleConfiguration(r -> r.bucket(BUCKET)));
    }

    @Test
    void isChecked() {
        assertRefused(
                "InvalidRequest", 400, "At least one action needs to be specified in a rule", () -> rule(r -> {}));
        assertRefused(
                "InvalidArgument",
                400,
                "'Days' for Expiration action must be a positive integer",
                () -> rule(r -> r.expiration(e -> e.days(0))));
        assertRefused(
                "InvalidArgument",
                400,
                "'Date' must be at midnight GMT",
                () -> rule(r -> r.expiration(e -> e.date(Instant.parse("2031-01-01T10:00:00Z")))));
        assertRefused(
                "MalformedXML", 400, () -> rule(r -> r.expiration(e -> e.days(1).expiredObjectDeleteMarker(true))));
        assertRefused("MalformedXML", 400, () -> rule(r -> r.prefix("a").expiration(e -> e.days(1))));
        assertRefused(
                "InvalidArgument", 400, () -> rule(r -> r.id("x".repeat(256)).expiration(e -> e.days(1))));
        LifecycleRule same = LifecycleRule.builder()
                .id("same")
                .status("Enabled")
                .filter(f -> f.prefix(""))
                .expiration(e -> e.days(1))
                .build();
        assertRefused(
                "InvalidArgument",
                400,
                "Rule ID must be unique. Found same ID for more than one rule",
                () -> s3.putBucketLifecycleConfiguration(
                        r -> r.bucket(BUCKET).lifecycleConfiguration(c -> c.rules(same, same))));
    }

    @Test
    void expiresObjectsAtMidnight() {
        put("logs/a", "1");
        put("data/a", "1");
        rule(r -> r.filter(f -> f.prefix("logs/")).expiration(e -> e.days(2)));

        Instant due = emulator.now().truncatedTo(ChronoUnit.DAYS).plus(3, ChronoUnit.DAYS);
        String header = s3.headObject(r -> r.bucket(BUCKET).key("logs/a")).expiration();
        assertThat(header).endsWith("GMT\", rule-id=\"r\"").startsWith("expiry-date=\"");
        assertThat(s3.headObject(r -> r.bucket(BUCKET).key("data/a")).expiration())
                .isNull();
        emulator.advance(Duration.between(emulator.now(), due).minusSeconds(1));
        assertThat(keys()).containsExactly("data/a", "logs/a");
        emulator.advanceSeconds(1);
        assertThat(keys()).containsExactly("data/a");
    }

    @Test
    void expiresByTagAndSize() {
        s3.putObject(r -> r.bucket(BUCKET).key("tagged").tagging("temp=yes"), RequestBody.fromString("12345"));
        s3.putObject(r -> r.bucket(BUCKET).key("small").tagging("temp=yes"), RequestBody.fromString("1"));
        put("plain", "12345");
        rule(r -> r.filter(
                        f -> f.and(a -> a.tags(t -> t.key("temp").value("yes")).objectSizeGreaterThan(2L)))
                .expiration(e -> e.days(1)));

        emulator.advance(DAY.multipliedBy(3));

        assertThat(keys()).containsExactly("plain", "small");
    }

    @Test
    void aDisabledRuleDoesNothing() {
        put("a", "1");
        rule(r -> r.status(ExpirationStatus.DISABLED).expiration(e -> e.days(1)));

        emulator.advance(DAY.multipliedBy(9));

        assertThat(keys()).containsExactly("a");
    }

    @Test
    void marksVersionsThenRemovesThem() {
        setVersioning(BucketVersioningStatus.ENABLED);
        put("a", "1");
        rule(r -> r.expiration(e -> e.days(1)).noncurrentVersionExpiration(n -> n.noncurrentDays(1)));

        emulator.advance(DAY.multipliedBy(2));
        assertThat(keys()).isEmpty();
        assertThat(s3.listObjectVersions(r -> r.bucket(BUCKET)).versions()).hasSize(1);
        assertThat(s3.listObjectVersions(r -> r.bucket(BUCKET)).deleteMarkers()).hasSize(1);
        emulator.advance(DAY.multipliedBy(5));
        assertThat(s3.listObjectVersions(r -> r.bucket(BUCKET)).versions()).isEmpty();
        assertThat(s3.listObjectVersions(r -> r.bucket(BUCKET)).deleteMarkers()).isEmpty();
    }

    @Test
    void keepsSomeNoncurrentVersions() {
        setVersioning(BucketVersioningStatus.ENABLED);
        for (int i = 0; i < 5; i++) {
            put("a", String.valueOf(i));
        }
        rule(r -> r.noncurrentVersionExpiration(n -> n.noncurrentDays(1).newerNoncurrentVersions(2)));

        emulator.advance(DAY.multipliedBy(3));

        assertThat(s3.listObjectVersions(r -> r.bucket(BUCKET)).versions())
                .extracting(ObjectVersion::isLatest)
                .containsExactly(true, false, false);
        assertThat(text("a")).isEqualTo("4");
    }

    @Test
    void movesObjectsToColderClasses() {
        put("large", bytes(128 * 1024, 1));
        put("small", "1");
        rule(r -> r.transitions(t -> t.days(1).storageClass(TransitionStorageClass.STANDARD_IA), t -> t.days(3)
                .storageClass(TransitionStorageClass.GLACIER)));

        emulator.advance(DAY.multipliedBy(2));
        assertThat(storageClass("large")).isEqualTo("STANDARD_IA");
        assertThat(storageClass("small")).isEqualTo("STANDARD");
        emulator.advance(DAY.multipliedBy(2));
        assertThat(storageClass("large")).isEqualTo("GLACIER");
        assertRefused(
                "InvalidObjectState",
                403,
                "The operation is not valid for the object's storage class",
                () -> get("large"));
        assertRefused(
                "InvalidObjectState",
                403,
                () -> s3.copyObject(r -> r.sourceBucket(BUCKET)
                        .sourceKey("large")
                        .destinationBucket(BUCKET)
                        .destinationKey("copy")));
    }

    @Test
    void abortsUploads() {
        startUpload("a");
        rule(r -> r.abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(1)));

        emulator.advance(DAY.multipliedBy(2));

        assertThat(s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads()).isEmpty();
    }

    @Test
    void goesThroughManyKeys() {
        setVersioning(BucketVersioningStatus.ENABLED);
        for (int i = 0; i < 1_200; i++) {
            put("k" + i % 400, "");
        }
        rule(r -> r.expiration(e -> e.days(1)).noncurrentVersionExpiration(n -> n.noncurrentDays(1)));

        emulator.advance(DAY.multipliedBy(6));

        assertThat(s3.listObjectVersions(r -> r.bucket(BUCKET)).versions()).isEmpty();
    }

    @Test
    void tellsThoseWhoWantToKnow() {
        String queueArn = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":events";
        var sqs = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        String queue = sqs.createQueue(r -> r.queueName("events")
                        .attributes(java.util.Map.of(
                                QueueAttributeName.POLICY,
                                policy("{'Effect':'Allow','Principal':{'Service':'s3.amazonaws.com'},'Action':"
                                        + "'sqs:SendMessage','Resource':'" + queueArn + "'}"))))
                .queueUrl();
        s3.putBucketNotificationConfiguration(r -> r.bucket(BUCKET)
                .skipDestinationValidation(true)
                .notificationConfiguration(n -> n.queueConfigurations(
                        q -> q.queueArn(queueArn).eventsWithStrings("s3:LifecycleExpiration:*"))));
        put("a", "1");
        rule(r -> r.expiration(e -> e.days(1)));

        emulator.advance(DAY.multipliedBy(2));

        assertThat(sqs.receiveMessage(r -> r.queueUrl(queue)).messages().get(0).body())
                .contains("\"eventName\":\"LifecycleExpiration:Delete\"", "\"principalId\":\"s3.amazonaws.com\"");
    }
}
