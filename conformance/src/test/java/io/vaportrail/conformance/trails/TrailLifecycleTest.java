package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Trails after they were made: seen from several regions, changed, stopped, deleted. */
class TrailLifecycleTest extends TrailsTest {
    @Test
    void showsItselfInAllRegionsAndIsChangedAtHomeAlone() {
        bucketFor("t-1");
        cloudTrail.createTrail(r -> r.name("t-1").s3BucketName(BUCKET).isMultiRegionTrail(true));
        CloudTrailClient there = emulator.clients().cloudTrail("test", ELSEWHERE);

        Trail shadow = there.describeTrails().trailList().get(0);

        assertThat(shadow.homeRegion()).isEqualTo(REGION);
        assertThat(shadow.trailARN()).isEqualTo(trailArn("t-1"));
        assertThat(there.describeTrails(r -> r.includeShadowTrails(false)).trailList())
                .isEmpty();
        assertThat(there.describeTrails(r -> r.trailNameList("t-1")).trailList())
                .isEmpty();
        assertThat(there.describeTrails(r -> r.trailNameList(trailArn("t-1"))).trailList())
                .containsExactly(shadow);
        assertThat(there.getTrail(r -> r.name(trailArn("t-1"))).trail()).isEqualTo(shadow);
        assertThat(there.getTrailStatus(r -> r.name(trailArn("t-1"))).isLogging())
                .isFalse();
        assertRefused(
                "TrailNotFoundException",
                "Unknown trail: t-1 for the user: 000000000000",
                () -> there.getTrail(r -> r.name("t-1")));
        for (Consumer<CloudTrailClient> change : changes("t-1").toList()) {
            assertThat(AwsError.of(() -> change.accept(there)).code()).isEqualTo("InvalidHomeRegionException");
        }
        there.listTrails(r -> {}).trails().forEach(t -> assertThat(t.homeRegion())
                .isEqualTo(REGION));
        assertThat(emulator.clients()
                        .cloudTrail("111122223333")
                        .describeTrails()
                        .trailList())
                .isEmpty();
    }

    static Stream<Consumer<CloudTrailClient>> changes(String name) {
        return Stream.of(
                c -> c.updateTrail(r -> r.name(name)),
                c -> c.startLogging(r -> r.name(name)),
                c -> c.stopLogging(r -> r.name(name)),
                c -> c.putEventSelectors(r -> r.trailName(name).eventSelectors(s -> s.includeManagementEvents(true))),
                c -> c.putInsightSelectors(
                        r -> r.trailName(name).insightSelectors(s -> s.insightType("ApiCallRateInsight"))),
                c -> c.deleteTrail(r -> r.name(name)));
    }

    static Stream<Consumer<CloudTrailClient>> operations() {
        return Stream.concat(
                changes("none"),
                Stream.of(
                        c -> c.getTrail(r -> r.name("none")),
                        c -> c.getTrailStatus(r -> r.name("none")),
                        c -> c.getEventSelectors(r -> r.trailName("none")),
                        c -> c.getInsightSelectors(r -> r.trailName("none"))));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isUnknownBeforeItIsMade(Consumer<CloudTrailClient> operation) {
        assertRefused(
                "TrailNotFoundException",
                "Unknown trail: none for the user: 000000000000",
                () -> operation.accept(cloudTrail));
    }

    @Test
    void tellsWhenItBeganAndStopped() {
        startTrail("t-1");
        Instant began = emulator.now().truncatedTo(ChronoUnit.SECONDS);
        advance(60);
        cloudTrail.startLogging(r -> r.name(trailArn("t-1")));

        GetTrailStatusResponse logging = status("t-1");
        assertThat(logging.isLogging()).isTrue();
        assertThat(logging.startLoggingTime().truncatedTo(ChronoUnit.SECONDS)).isEqualTo(began);
        assertThat(logging.stopLoggingTime()).isNull();
        assertThat(logging.timeLoggingStarted()).isEqualTo(began.toString());
        assertThat(logging.timeLoggingStopped()).isEmpty();

        cloudTrail.stopLogging(r -> r.name("t-1"));
        GetTrailStatusResponse stopped = status("t-1");
        assertThat(stopped.isLogging()).isFalse();
        assertThat(stopped.stopLoggingTime().truncatedTo(ChronoUnit.SECONDS)).isEqualTo(began.plusSeconds(60));
        assertThat(stopped.timeLoggingStopped()).isEqualTo(began.plusSeconds(60).toString());
    }

    @Test
    void changesInWhatItIsToldAlone() {
        startTrail("t-1");
        s3.createBucket(r -> r.bucket("second"));
        s3.putBucketPolicy(r -> r.bucket("second").policy(policy("second", "", "t-1")));

        cloudTrail.updateTrail(r -> r.name("t-1").s3BucketName("second").enableLogFileValidation(true));

        Trail changed = cloudTrail.getTrail(r -> r.name("t-1")).trail();
        assertThat(changed.s3BucketName()).isEqualTo("second");
        assertThat(changed.logFileValidationEnabled()).isTrue();
        assertThat(changed.includeGlobalServiceEvents()).isTrue();
        assertThat(changed.isMultiRegionTrail()).isFalse();
        assertThat(AwsError.of(() -> cloudTrail.updateTrail(r -> r.name("t-1").s3BucketName("third-bucket")))
                        .code())
                .isEqualTo("S3BucketDoesNotExistException");
        assertThat(cloudTrail.getTrail(r -> r.name("t-1")).trail()).isEqualTo(changed);
    }

    @Test
    void takesGlobalEventsAlongWhenItChangesItsKind() {
        bucketFor("t-1");
        cloudTrail.createTrail(r -> r.name("t-1").s3BucketName(BUCKET).includeGlobalServiceEvents(false));

        cloudTrail.updateTrail(r -> r.name("t-1").isMultiRegionTrail(true));
        assertThat(cloudTrail.getTrail(r -> r.name("t-1")).trail().includeGlobalServiceEvents())
                .isTrue();
        cloudTrail.updateTrail(r -> r.name("t-1").isMultiRegionTrail(false));
        assertThat(cloudTrail.getTrail(r -> r.name("t-1")).trail().includeGlobalServiceEvents())
                .isFalse();
    }

    @Test
    void goesToANewBucketFromTheChangeOn() {
        startTrail("t-1");
        createQueue("sarah", "first");
        deliver();
        s3.createBucket(r -> r.bucket("second"));
        s3.putBucketPolicy(r -> r.bucket("second").policy(policy("second", "", "t-1")));
        deliver();
        int before = logFiles().size();

        cloudTrail.updateTrail(r -> r.name("t-1").s3BucketName("second"));
        createQueue("sarah", "second");
        deliver();

        assertThat(logFiles()).hasSize(before);
        assertThat(s3.listObjectsV2(r -> r.bucket("second")).contents())
                .anyMatch(o -> o.key().endsWith(".json.gz"));
    }

    @Test
    void deliversItsLastAfterItIsDeleted() {
        startTrail("t-1");
        createQueue("sarah", "first");
        cloudTrail.deleteTrail(r -> r.name("t-1"));
        createQueue("sarah", "second");
        deliver();

        assertThat(delivered()).contains("CreateQueue", "DeleteTrail").containsOnlyOnce("CreateQueue");
        assertThat(AwsError.of(() -> status("t-1")).code()).isEqualTo("TrailNotFoundException");
    }

    @Test
    void recordsFromStartToStop() {
        startTrail("t-1");
        createQueue("sarah", "during");
        cloudTrail.stopLogging(r -> r.name("t-1"));
        createQueue("sarah", "between");
        deliver();
        cloudTrail.startLogging(r -> r.name("t-1"));
        createQueue("sarah", "after");
        deliver();

        assertThat(records(logFiles()))
                .filteredOn(r -> r.get("eventName").asText().equals("CreateQueue"))
                .extracting(r -> r.at("/requestParameters/queueName").asText())
                .containsExactlyInAnyOrder("during", "after");
        assertThat(delivered()).contains("StartLogging", "StopLogging");
    }
}
