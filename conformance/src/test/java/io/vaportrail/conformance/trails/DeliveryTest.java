package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.trail.Trail;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a trail delivers: files under AWS's keys, a notice of each, and failures that show and lose nothing. */
class DeliveryTest extends TrailsTest {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    @Test
    void filesLieWhereAwsPutsThem() {
        startTrail("t-1");
        createQueue("sarah", "OrderQueue");
        deliver();

        List<String> files = logFiles();

        Instant now = emulator.now();
        assertThat(files).hasSize(1);
        assertThat(files.get(0))
                .matches("AWSLogs/000000000000/CloudTrail/us-east-1/" + FOLDER.format(now)
                        + "/000000000000_CloudTrail_us-east-1_" + STAMP.format(now) + "_[A-Za-z0-9]{16}\\.json\\.gz");
        HeadObjectResponse object = s3.headObject(r -> r.bucket(BUCKET).key(files.get(0)));
        assertThat(object.contentType()).isEqualTo("application/json");
        assertThat(object.contentEncoding()).isEqualTo("gzip");
        assertThat(object.serverSideEncryptionAsString()).isEqualTo("AES256");
    }

    @Test
    void recordsAreThoseOfTheTrail() {
        startTrail("t-1");
        createQueue("sarah", "OrderQueue");
        createQueue("mike", "OtherQueue");
        deliver();

        List<JsonNode> records = records(logFiles());

        assertThat(records)
                .filteredOn(r -> r.get("eventName").asText().equals("CreateQueue"))
                .extracting(r -> r.at("/userIdentity/userName").asText())
                .containsExactly("sarah", "mike");
        JsonNode creation = records.stream()
                .filter(r -> r.at("/requestParameters/queueName").asText().equals("OrderQueue"))
                .findFirst()
                .orElseThrow();
        assertThat(creation).isEqualTo(new Trail(emulator).record("eventName=CreateQueue&username=sarah"));
    }

    @Test
    void aMultiRegionTrailHasFilesOfAllRegions() {
        bucketFor("t-1");
        cloudTrail.createTrail(r -> r.name("t-1").s3BucketName(BUCKET).isMultiRegionTrail(true));
        cloudTrail.startLogging(r -> r.name("t-1"));
        createQueue("sarah", "here");
        createQueue("mike", "there", ELSEWHERE);
        emulator.clients().iam("sarah").createUser(r -> r.userName("nora"));
        deliver();

        assertThat(logFiles()).hasSize(2);
        assertThat(names(keys("/CloudTrail/us-east-1/"))).contains("StartLogging", "CreateQueue", "CreateUser");
        assertThat(names(keys("/CloudTrail/eu-west-1/"))).containsExactly("CreateQueue");
    }

    @Test
    void aTrailOfOneRegionHasItsOwnAlone() {
        startTrail("t-1");
        createQueue("mike", "there", ELSEWHERE);
        createQueue("mike@111122223333", "elsewhere");
        deliver();

        assertThat(delivered()).doesNotContain("CreateQueue").contains("StartLogging");
    }

    private List<String> names(List<String> keys) {
        return records(keys).stream().map(r -> r.get("eventName").asText()).toList();
    }

    @Test
    void nothingIsDeliveredWithoutRecords() {
        startTrail("t-1");
        deliver();
        int puts = logFiles().size();

        advance(3_600);

        assertThat(logFiles()).hasSize(puts);
    }

    @Test
    void whatDeliveriesThemselvesDoComesWithTheNext() {
        startTrail("t-1");
        deliver();
        int files = logFiles().size();
        s3.createBucket(r -> r.bucket("another-bucket"));
        deliver();

        assertThat(logFiles()).hasSize(files + 1);
        assertThat(delivered()).contains("CreateBucket");
    }

    /** The policy that a topic has from the start does not let CloudTrail in. */
    @Test
    void everyFileIsNoticed() {
        bucketFor("t-1");
        String topic = emulator.clients()
                .sns("test")
                .createTopic(r -> r.name("audit-files"))
                .topicArn();
        assertRefused(
                "InsufficientSnsTopicPolicyException",
                "SNS Topic does not exist or the topic policy is incorrect!",
                () -> cloudTrail.createTrail(
                        r -> r.name("t-1").s3BucketName(BUCKET).snsTopicName("audit-files")));
        emulator.clients().sns("test").setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("Policy")
                .attributeValue("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"AWSCloudTrailSNSPolicy\","
                        + "\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},"
                        + "\"Action\":\"SNS:Publish\",\"Resource\":\"" + topic + "\",\"Condition\":"
                        + "{\"StringEquals\":{\"aws:SourceArn\":\"" + trailArn("t-1") + "\"}}}]}"));
        String queue = subscribedQueue(topic);
        var made =
                cloudTrail.createTrail(r -> r.name("t-1").s3BucketName(BUCKET).snsTopicName("audit-files"));
        assertThat(made.snsTopicARN()).isEqualTo(topic);
        assertThat(receive(queue)).containsExactly("CloudTrail validation message.");
        cloudTrail.startLogging(r -> r.name("t-1"));
        createQueue("sarah", "OrderQueue");
        deliver();

        List<String> notices = receive(queue);

        assertThat(notices).hasSize(1);
        JsonNode notice = parse(notices.get(0));
        assertThat(notice.get("s3Bucket").asText()).isEqualTo(BUCKET);
        assertThat(notice.get("s3ObjectKey").get(0).asText())
                .isEqualTo(logFiles().get(0));
        assertThat(status("t-1").latestNotificationTime()).isNotNull();
        assertThat(status("t-1").latestNotificationError()).isNull();

        emulator.clients().sns("test").deleteTopic(r -> r.topicArn(topic));
        deliver();
        assertThat(status("t-1").latestNotificationError()).isNotNull();
        assertThat(status("t-1").latestDeliveryError()).isNull();
    }

    /** A queue that a topic delivers to as it is; its URL. */
    private String subscribedQueue(String topic) {
        SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "test");
        String arn = "arn:aws:sqs:us-east-1:000000000000:notices";
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\"" + arn + "\"}]}";
        String url = sqs.createQueue(r -> r.queueName("notices").attributes(Map.of(QueueAttributeName.POLICY, policy)))
                .queueUrl();
        emulator.clients().sns("test").subscribe(r -> r.topicArn(topic)
                .protocol("sqs")
                .endpoint(arn)
                .attributes(Map.of("RawMessageDelivery", "true")));
        return url;
    }

    private List<String> receive(String url) {
        SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "test");
        List<Message> messages =
                sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
        messages.forEach(m -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(m.receiptHandle())));
        return messages.stream().map(Message::body).toList();
    }

    @Test
    void aFailedDeliveryShowsIsRetriedAndLosesNothing() {
        startTrail("t-1");
        deliver();
        GetTrailStatusResponse good = status("t-1");
        assertThat(good.latestDeliveryError()).isNull();
        s3.deleteBucketPolicy(r -> r.bucket(BUCKET));
        createQueue("sarah", "OrderQueue");
        deliver();

        GetTrailStatusResponse denied = status("t-1");
        assertThat(denied.latestDeliveryError()).isEqualTo("AccessDenied");
        assertThat(denied.latestDeliveryTime()).isEqualTo(good.latestDeliveryTime());
        assertThat(denied.latestDeliveryAttemptTime())
                .isEqualTo(emulator.now().truncatedTo(ChronoUnit.SECONDS).toString());
        assertThat(delivered()).doesNotContain("CreateQueue");
        JsonNode flushed = flush();
        assertThat(flushed.at("/failures").get(trailArn("t-1")).asText()).isEqualTo("AccessDenied");

        s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(policy(BUCKET, "", "t-1")));
        createQueue("mike", "Later");
        advance(60);

        assertThat(status("t-1").latestDeliveryError()).isNull();
        assertThat(records(logFiles()))
                .filteredOn(r -> r.get("eventName").asText().equals("CreateQueue"))
                .extracting(r -> r.at("/requestParameters/queueName").asText())
                .containsExactlyInAnyOrder("OrderQueue", "Later");
    }

    @Test
    void aMissingBucketIsAFailedDelivery() {
        startTrail("t-1");
        s3.deleteObject(r -> r.bucket(BUCKET).key("AWSLogs/" + ACCOUNT + "/CloudTrail/"));
        s3.deleteBucket(r -> r.bucket(BUCKET));
        deliver();
        assertThat(status("t-1").latestDeliveryError()).isEqualTo("NoSuchBucket");

        bucketFor("t-1");
        advance(60);

        assertThat(status("t-1").latestDeliveryError()).isNull();
        assertThat(delivered()).contains("StartLogging", "DeleteBucket");
    }

    @Test
    void aFlushDeliversAtOnce() {
        startTrail("t-1");
        createQueue("sarah", "OrderQueue");

        JsonNode flushed = flush();

        assertThat(flushed.get("files").asInt()).isEqualTo(1);
        assertThat(flushed.get("records").asInt()).isEqualTo(records(logFiles()).size());
        assertThat(flushed.get("failures")).isEmpty();
        assertThat(delivered()).contains("CreateQueue");
        assertThat(flush().get("files").asInt()).isZero();
    }

    @Test
    void aFlushWithoutTrailsDeliversNothing() {
        assertThat(flush().get("files").asInt()).isZero();
    }

    @Test
    void deliveriesAreCallsOfCloudTrail() {
        startTrail("t-1");
        deliver();

        List<JsonNode> puts = new Trail(emulator).records("eventName=PutObject&error=false");

        assertThat(puts).isNotEmpty().allSatisfy(put -> {
            assertThat(put.at("/userIdentity/type").asText()).isEqualTo("AWSService");
            assertThat(put.at("/userIdentity/invokedBy").asText()).isEqualTo("cloudtrail.amazonaws.com");
            assertThat(put.get("sourceIPAddress").asText()).isEqualTo("cloudtrail.amazonaws.com");
            assertThat(put.at("/requestParameters/x-amz-acl").asText()).isEqualTo("bucket-owner-full-control");
        });
    }
}
