package io.vaportrail.trail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.CreateTrailRequest;
import io.vaportrail.model.cloudtrail.DataResource;
import io.vaportrail.model.cloudtrail.DeleteTrailRequest;
import io.vaportrail.model.cloudtrail.EventSelector;
import io.vaportrail.model.cloudtrail.GetTrailStatusResponse;
import io.vaportrail.model.cloudtrail.PutEventSelectorsRequest;
import io.vaportrail.model.cloudtrail.UpdateTrailRequest;
import io.vaportrail.model.iam.CreateUserRequest;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.trail.store.TrailLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private Aws aws = new Aws();

    @AfterEach
    void end() {
        aws.close();
    }

    @Test
    void aTrailDeliversWhatHappensWhileItLogs() {
        createQueue("before");
        aws.startTrail("audit");
        createQueue("during");
        aws.stopLogging("audit");
        createQueue("after");

        aws.deliver();

        assertThat(Records.names(aws)).containsExactly("StartLogging", "CreateQueue", "StopLogging");
        assertThat(parameter(Records.in(aws, "").get(1), "queueName")).isEqualTo("during");
    }

    @Test
    void filesLieWhereAwsPutsThem() {
        aws.startTrail(CreateTrailRequest.builder()
                .name("audit")
                .s3BucketName(Aws.BUCKET)
                .s3KeyPrefix("my/prefix")
                .build());
        aws.deliver();

        String key = aws.s3.keys("").get(0);
        assertThat(key)
                .matches("my/prefix/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/09/"
                        + "111122223333_CloudTrail_eu-west-1_20260309T1405Z_[A-Za-z0-9]{16}\\.json\\.gz");
        PutObjectRequest put = Objects.requireNonNull(aws.s3.objects.get(key));
        assertThat(put.acl()).isEqualTo("bucket-owner-full-control");
        assertThat(put.contentType()).isEqualTo("application/json");
        assertThat(put.contentEncoding()).isEqualTo("gzip");
        assertThat(put.serverSideEncryption()).isEqualTo("AES256");
        assertThat(aws.s3.text(key))
                .startsWith("{\"Records\":[{\"eventVersion\":")
                .endsWith("}]}");
        Caller caller = aws.s3.puts.get(aws.s3.puts.size() - 1).caller();
        assertThat(caller.arn()).isEqualTo("cloudtrail.amazonaws.com");
        assertThat(caller.sourceArn()).isEqualTo("arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit");
    }

    @Test
    void nothingIsDueWithoutRecords() {
        aws.startTrail("audit");
        aws.deliver();
        aws.deliver();
        int files = aws.s3.keys("").size();

        aws.clock.advance(Duration.ofDays(7));

        assertThat(aws.s3.keys("")).hasSize(files);
        assertThat(aws.clock.timers()).isZero();
    }

    @Test
    void aTrailThatSelectsItsOwnDeliveriesDoesNotFeedItself() {
        aws.startTrail("audit");
        aws.call(
                CloudTrailService.PUT_EVENT_SELECTORS,
                PutEventSelectorsRequest.builder()
                        .trailName("audit")
                        .eventSelectors(List.of(EventSelector.builder()
                                .dataResources(List.of(DataResource.builder()
                                        .type("AWS::S3::Object")
                                        .values(List.of("arn:aws:s3"))
                                        .build()))
                                .build()))
                        .build());
        aws.deliver();
        assertThat(aws.s3.keys("")).hasSize(1);

        aws.clock.advance(Duration.ofHours(3));
        assertThat(aws.s3.keys("")).as("the delivery's own record waits").hasSize(1);
        assertThat(aws.clock.timers()).isZero();

        createQueue("something-else");
        aws.deliver();
        assertThat(aws.s3.keys("")).hasSize(2);
        assertThat(Records.names(aws)).containsOnlyOnce("PutObject").contains("CreateQueue");
    }

    @Test
    void dataEventsComeOnlyWhereASelectorAsks() {
        aws.startTrail("audit");
        send("orders", Aws.REGION);
        aws.deliver();
        assertThat(Records.names(aws)).doesNotContain("SendMessage");

        selectQueue("audit", "arn:aws:sqs:eu-west-1:111122223333:orders");
        send("orders", Aws.REGION);
        send("other", Aws.REGION);
        createQueue("q");
        aws.deliver();

        assertThat(Records.names(aws)).filteredOn("SendMessage"::equals).hasSize(1);
        assertThat(Records.names(aws)).as("selectors replace the default").doesNotContain("CreateQueue");
    }

    @Test
    void selectorsHoldFromTheMomentTheyArePut() {
        aws.startTrail("audit");
        createQueue("one");
        send("orders", Aws.REGION);
        selectQueue("audit", "arn:aws:sqs:eu-west-1:111122223333:orders");
        createQueue("two");
        send("orders", Aws.REGION);
        aws.deliver();

        assertThat(Records.names(aws)).containsExactly("StartLogging", "CreateQueue", "SendMessage");
    }

    @Test
    void aTrailHearsOfItsRegionAndAccount() {
        aws.startTrail("audit");
        call("here", Aws.SARAH, Aws.REGION);
        call("elsewhere", Aws.SARAH, "us-west-2");
        call("theirs", Caller.user("444455556666", "mike", "mike@444455556666"), Aws.REGION);
        aws.deliver();

        assertThat(Records.in(aws, "").stream().map(record -> parameter(record, "queueName")))
                .contains("here")
                .doesNotContain("elsewhere", "theirs");
    }

    @Test
    void aMultiRegionTrailHasAFileForEachRegion() {
        aws.startTrail(multiRegion("audit"));
        call("home", Aws.SARAH, Aws.REGION);
        call("west", Aws.SARAH, "us-west-2");
        aws.call(
                IamService.CREATE_USER,
                CreateUserRequest.builder().userName("mike").build());
        aws.deliver();

        assertThat(Records.names(aws, "/eu-west-1/")).containsExactly("StartLogging", "CreateQueue");
        assertThat(Records.names(aws, "/us-west-2/")).containsExactly("CreateQueue");
        assertThat(Records.names(aws, "/us-east-1/")).containsExactly("CreateUser");
    }

    @Test
    void globalEventsGoToTrailsThatIncludeThem() {
        for (boolean included : new boolean[] {true, false}) {
            aws.call(
                    CloudTrailService.CREATE_TRAIL,
                    CreateTrailRequest.builder()
                            .name("global-" + included)
                            .s3BucketName(Aws.BUCKET)
                            .s3KeyPrefix("global-" + included)
                            .includeGlobalServiceEvents(included)
                            .build(),
                    Aws.SARAH,
                    "us-east-1");
            aws.call(
                    CloudTrailService.START_LOGGING,
                    io.vaportrail.model.cloudtrail.StartLoggingRequest.builder()
                            .name("global-" + included)
                            .build(),
                    Aws.SARAH,
                    "us-east-1");
        }
        aws.startTrail("elsewhere");
        aws.call(
                IamService.CREATE_USER,
                CreateUserRequest.builder().userName("mike").build());
        aws.deliver();

        assertThat(Records.names(aws, "global-true/")).contains("CreateUser");
        assertThat(Records.names(aws, "global-false/")).isNotEmpty().doesNotContain("CreateUser");
        assertThat(Records.names(aws, "/eu-west-1/")).isNotEmpty().doesNotContain("CreateUser");
    }

    @Test
    void aFailedDeliveryShowsAndIsRetriedAndLosesNothing() {
        aws.startTrail("audit");
        aws.deliver();
        Instant delivered = aws.status("audit").latestDeliveryTime();
        aws.s3.deleteBucket(Aws.BUCKET);
        createQueue("kept");
        aws.deliver();

        GetTrailStatusResponse failed = aws.status("audit");
        assertThat(failed.latestDeliveryError()).isEqualTo("NoSuchBucket");
        assertThat(failed.latestDeliveryTime()).isEqualTo(delivered);
        assertThat(failed.latestDeliveryAttemptTime()).isNotEqualTo(failed.latestDeliveryAttemptSucceeded());

        aws.clock.advance(Duration.ofHours(2));
        aws.s3.createBucket(Aws.BUCKET);
        createQueue("later");
        aws.clock.advance(Duration.ofMinutes(10));

        assertThat(aws.status("audit").latestDeliveryError()).isNull();
        assertThat(Records.in(aws, "").stream().map(record -> parameter(record, "queueName")))
                .containsOnlyOnce("kept")
                .containsOnlyOnce("later");
    }

    @Test
    void aFailingTrailTriesEverMoreSeldom() {
        aws.startTrail("audit");
        aws.s3.deny("PutObject");
        createQueue("kept");
        aws.clock.advance(Duration.ofDays(1));

        assertThat(aws.clock.timers()).isEqualTo(1);
        assertThat(aws.trail.statistics().data().records()).isBetween(288L, 320L);
        assertThat(aws.status("audit").latestDeliveryError()).isEqualTo("AccessDenied");
    }

    @Test
    void whatFailedGoesToTheBucketOfTheDay() {
        aws.startTrail("audit");
        aws.s3.deleteBucket(Aws.BUCKET);
        aws.deliver();
        aws.s3.createBucket("second-bucket");
        aws.call(
                CloudTrailService.UPDATE_TRAIL,
                UpdateTrailRequest.builder()
                        .name("audit")
                        .s3BucketName("second-bucket")
                        .build());
        aws.clock.advance(Duration.ofMinutes(10));

        assertThat(Records.names(aws)).contains("StartLogging", "UpdateTrail");
        assertThat(aws.s3.objects.values())
                .filteredOn(put -> put.contentEncoding() != null)
                .extracting(PutObjectRequest::bucket)
                .containsOnly("second-bucket");
    }

    @Test
    void aDeletedTrailDeliversItsLast() {
        aws.startTrail("audit");
        createQueue("q");
        aws.call(
                CloudTrailService.DELETE_TRAIL,
                DeleteTrailRequest.builder().name("audit").build());
        createQueue("after");
        aws.deliver();

        assertThat(Records.names(aws)).containsExactly("StartLogging", "CreateQueue", "DeleteTrail");
        assertThat(aws.clock.timers()).isZero();
    }

    @Test
    void eachFileIsNoticed() {
        aws.startTrail(CreateTrailRequest.builder()
                .name("audit")
                .s3BucketName(Aws.BUCKET)
                .snsTopicName("notices")
                .build());
        aws.deliver();

        assertThat(aws.sns.published).hasSize(2);
        assertThat(aws.sns.published.get(0).message()).isEqualTo("CloudTrail validation message.");
        assertThat(aws.sns.published.get(1).topicArn()).isEqualTo("arn:aws:sns:eu-west-1:111122223333:notices");
        assertThat(aws.sns.published.get(1).message())
                .isEqualTo("{\"s3Bucket\":\"audit-bucket\",\"s3ObjectKey\":[\""
                        + aws.s3.keys("").get(0) + "\"]}");
        assertThat(aws.status("audit").latestNotificationTime()).isNotNull();

        aws.sns.closed = true;
        createQueue("q");
        aws.deliver();
        assertThat(aws.status("audit").latestNotificationError()).isEqualTo("AuthorizationError");
        assertThat(aws.status("audit").latestDeliveryError()).isNull();
    }

    @Test
    void aLogGroupGetsTheSameRecords() {
        aws.startTrail(withLogGroup("logs"));
        createQueue("q");
        aws.deliver();

        assertThat(aws.logs.streams).containsExactly("111122223333_CloudTrail_eu-west-1");
        assertThat(aws.logs.events).hasSize(2);
        String record = aws.logs.events.get(1).message();
        assertThat(aws.s3.text(aws.s3.keys("").get(0))).contains(record);
        assertThat(aws.logs.events.get(1).timestamp()).isEqualTo(Aws.START.toEpochMilli());
        Caller role = aws.logs.calls.get(0).caller();
        assertThat(role.arn()).startsWith("arn:aws:sts::111122223333:assumed-role/logs/");
        assertThat(role.invokedBy()).isEqualTo("cloudtrail.amazonaws.com");

        aws.logs.closed = true;
        createQueue("late");
        aws.deliver();
        assertThat(aws.status("audit").latestCloudWatchLogsDeliveryError()).isEqualTo("AccessDeniedException");
        aws.logs.closed = false;
        createQueue("later");
        aws.deliver();
        assertThat(aws.logs.events)
                .extracting(InputLogEvent::message)
                .filteredOn(text -> text.contains("CreateQueue"))
                .hasSize(3);
        assertThat(aws.status("audit").latestCloudWatchLogsDeliveryError()).isNull();
    }

    @Test
    void aLogGroupIsTriedAgainByItself() {
        aws.startTrail(withLogGroup("logs"));
        aws.logs.closed = true;
        createQueue("q");
        aws.deliver();
        assertThat(aws.status("audit").latestCloudWatchLogsDeliveryError()).isEqualTo("AccessDeniedException");

        aws.logs.closed = false;
        aws.clock.advance(Duration.ofMinutes(1));

        assertThat(aws.logs.events)
                .extracting(InputLogEvent::message)
                .filteredOn(text -> text.contains("CreateQueue"))
                .hasSize(1);
        assertThat(aws.status("audit").latestCloudWatchLogsDeliveryError()).isNull();
    }

    @Test
    void aLogGroupWithoutTheServiceIsAFailedDelivery() {
        aws.close();
        aws = new Aws(TrailLimits.DEFAULT, false);
        aws.startTrail(withLogGroup("logs"));
        aws.deliver();

        assertThat(aws.status("audit").latestCloudWatchLogsDeliveryError()).isEqualTo("NotImplemented");
        assertThat(aws.status("audit").latestDeliveryError()).isNull();
    }

    @Test
    void recordsThatMadeRoomUnreadAreCounted() {
        aws.close();
        aws = new Aws(new TrailLimits(TrailLimits.LEAST, TrailLimits.LEAST), true);
        aws.startTrail("audit");
        for (int i = 0; i < 20_000; i++) {
            createQueue("queue-" + i);
        }
        long missed = aws.trail.statistics().management().missed();
        assertThat(missed)
                .isPositive()
                .isEqualTo(aws.trail.statistics().management().dropped() - 2);

        aws.deliver();
        long delivered =
                Records.names(aws).stream().filter("CreateQueue"::equals).count();
        assertThat(delivered + missed).isBetween(20_000L, 20_001L);
        for (int i = 0; i < 2_000; i++) {
            createQueue("more-" + i);
        }
        assertThat(aws.trail.statistics().management().missed()).isEqualTo(missed);
    }

    @Test
    void aResetEndsAllDeliveries() {
        aws.startTrail("audit");
        createQueue("q");
        aws.reset(null);
        createQueue("q");
        aws.clock.advance(Duration.ofHours(1));

        assertThat(aws.s3.keys("")).isEmpty();
        assertThat(aws.clock.timers()).isZero();
    }

    @Test
    void aResetOfAnotherAccountEndsNothing() {
        aws.startTrail("audit");
        createQueue("q");
        aws.reset("444455556666");
        aws.s3.createBucket(Aws.BUCKET);
        aws.deliver();
        assertThat(Records.names(aws)).contains("CreateQueue");

        aws.reset(Aws.ACCOUNT);
        createQueue("q");
        aws.deliver();
        assertThat(aws.s3.keys("")).isEmpty();
    }

    private static CreateTrailRequest withLogGroup(String role) {
        return CreateTrailRequest.builder()
                .name("audit")
                .s3BucketName(Aws.BUCKET)
                .cloudWatchLogsLogGroupArn("arn:aws:logs:eu-west-1:111122223333:log-group:trails:*")
                .cloudWatchLogsRoleArn("arn:aws:iam::111122223333:role/" + role)
                .build();
    }

    private static CreateTrailRequest multiRegion(String name) {
        return CreateTrailRequest.builder()
                .name(name)
                .s3BucketName(Aws.BUCKET)
                .isMultiRegionTrail(true)
                .build();
    }

    private void selectQueue(String trail, String arn) {
        aws.call(
                CloudTrailService.PUT_EVENT_SELECTORS,
                PutEventSelectorsRequest.builder()
                        .trailName(trail)
                        .advancedEventSelectors(List.of(AdvancedEventSelector.builder()
                                .fieldSelectors(List.of(
                                        equal("eventCategory", "Data"),
                                        equal("resources.type", "AWS::SQS::Queue"),
                                        equal("resources.ARN", arn)))
                                .build()))
                        .build());
    }

    private static AdvancedFieldSelector equal(String field, String value) {
        return AdvancedFieldSelector.builder()
                .field(field)
                .equalsMember(List.of(value))
                .build();
    }

    private void createQueue(String name) {
        call(name, Aws.SARAH, Aws.REGION);
    }

    private void call(String name, Caller caller, String region) {
        aws.call(
                SqsService.CREATE_QUEUE,
                CreateQueueRequest.builder().queueName(name).build(),
                caller,
                region);
    }

    private void send(String queue, String region) {
        aws.call(
                SqsService.SEND_MESSAGE,
                SendMessageRequest.builder()
                        .queueUrl("https://sqs/" + queue)
                        .messageBody("hello")
                        .build(),
                Aws.SARAH,
                region);
    }

    private static @Nullable Object parameter(Map<String, @Nullable Object> record, String name) {
        return record.get("requestParameters") instanceof Map<?, ?> parameters ? parameters.get(name) : null;
    }
}
