package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.Protocol;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What queues and topics are told of objects. */
final class NotificationTest extends S3Test {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":events";

    private SqsClient sqs;
    private String queue = "";

    @BeforeEach
    void make() {
        makeBucket();
        sqs = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        queue = sqs.createQueue(r -> r.queueName("events")).queueUrl();
        allow("s3.amazonaws.com");
    }

    private void allow(String service) {
        String policy = policy("{'Effect':'Allow','Principal':{'Service':'" + service
                + "'},'Action':'sqs:SendMessage','Resource':'" + QUEUE_ARN + "'}");
        sqs.setQueueAttributes(r -> r.queueUrl(queue).attributes(java.util.Map.of(QueueAttributeName.POLICY, policy)));
    }

    private static NotificationConfiguration toQueue(Event... events) {
        return NotificationConfiguration.builder()
                .queueConfigurations(QueueConfiguration.builder()
                        .id("mine")
                        .queueArn(QUEUE_ARN)
                        .events(events)
                        .build())
                .build();
    }

    private static NotificationConfiguration toQueueOf(String event) {
        return NotificationConfiguration.builder()
                .queueConfigurations(QueueConfiguration.builder()
                        .queueArn(QUEUE_ARN)
                        .eventsWithStrings(event)
                        .build())
                .build();
    }

    private void notify(NotificationConfiguration configuration) {
        s3.putBucketNotificationConfiguration(r -> r.bucket(BUCKET).notificationConfiguration(configuration));
    }

    private List<JsonNode> received() {
        return received(0);
    }

    /** What comes within seconds of the machine's time: a message of a topic is signed first, which takes a key. */
    private List<JsonNode> received(int waitSeconds) {
        return sqs
                .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(waitSeconds))
                .messages()
                .stream()
                .map(message -> {
                    sqs.deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle()));
                    return parse(message.body());
                })
                .toList();
    }

    private JsonNode only() {
        List<JsonNode> all = received();
        assertThat(all).hasSize(1);
        return all.get(0).at("/Records/0");
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void aNewDestinationIsTried() {
        notify(toQueue(Event.S3_OBJECT_CREATED));

        JsonNode test = received().get(0);

        assertThat(test.fieldNames())
                .toIterable()
                .containsExactly("Service", "Event", "Time", "Bucket", "RequestId", "HostId");
        assertThat(test.get("Service").asText()).isEqualTo("Amazon S3");
        assertThat(test.get("Event").asText()).isEqualTo("s3:TestEvent");
        assertThat(test.get("Bucket").asText()).isEqualTo(BUCKET);
        assertThat(s3.getBucketNotificationConfiguration(r -> r.bucket(BUCKET))
                        .queueConfigurations()
                        .get(0)
                        .queueArn())
                .isEqualTo(QUEUE_ARN);
    }

    @Test
    void aNewObjectIsTold() {
        notify(toQueue(Event.S3_OBJECT_CREATED));
        received();
        put("a b/ä", "hello");

        JsonNode event = only();

        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly(
                        "eventVersion",
                        "eventSource",
                        "awsRegion",
                        "eventTime",
                        "eventName",
                        "userIdentity",
                        "requestParameters",
                        "responseElements",
                        "s3");
        assertThat(event.get("eventSource").asText()).isEqualTo("aws:s3");
        assertThat(event.get("eventName").asText()).isEqualTo("ObjectCreated:Put");
        assertThat(event.get("awsRegion").asText()).isEqualTo("us-east-1");
        assertThat(event.get("eventTime").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(event.at("/userIdentity/principalId").asText()).startsWith("AWS:AIDA");
        assertThat(event.at("/requestParameters/sourceIPAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(event.at("/s3/s3SchemaVersion").asText()).isEqualTo("1.0");
        assertThat(event.at("/s3/configurationId").asText()).isEqualTo("mine");
        assertThat(event.at("/s3/bucket/name").asText()).isEqualTo(BUCKET);
        assertThat(event.at("/s3/bucket/arn").asText()).isEqualTo("arn:aws:s3:::orders");
        assertThat(event.at("/s3/object/key").asText()).isEqualTo("a+b/%C3%A4");
        assertThat(event.at("/s3/object/size").asInt()).isEqualTo(5);
        assertThat(event.at("/s3/object/eTag").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(event.at("/s3/object/sequencer").asText()).matches("[0-9A-F]{16,18}");
        assertThat(event.at("/s3/object").has("versionId")).isFalse();
    }

    @Test
    void everyWayOfCreatingHasAName() {
        notify(toQueue(Event.S3_OBJECT_CREATED));
        received();
        put("a", "1");
        assertThat(only().get("eventName").asText()).isEqualTo("ObjectCreated:Put");
        s3.copyObject(r ->
                r.sourceBucket(BUCKET).sourceKey("a").destinationBucket(BUCKET).destinationKey("b"));
        assertThat(only().get("eventName").asText()).isEqualTo("ObjectCreated:Copy");
        String upload = startUpload("c");
        var part = uploadPart("c", upload, 1, utf8("x"));
        assertThat(received()).isEmpty();
        s3.completeMultipartUpload(
                r -> r.bucket(BUCKET).key("c").uploadId(upload).multipartUpload(m -> m.parts(part)));
        assertThat(only().get("eventName").asText()).isEqualTo("ObjectCreated:CompleteMultipartUpload");
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));
        assertThat(received()).isEmpty();
    }

    @Test
    void aRemovedObjectIsTold() {
        notify(toQueue(Event.S3_OBJECT_REMOVED));
        received();
        put("a", "1");
        s3.deleteObject(r -> r.bucket(BUCKET).key("a"));
        JsonNode removed = only();
        assertThat(removed.get("eventName").asText()).isEqualTo("ObjectRemoved:Delete");
        assertThat(removed.at("/s3/object").has("size")).isFalse();

        setVersioning(BucketVersioningStatus.ENABLED);
        put("b", "1");
        s3.deleteObjects(r -> r.bucket(BUCKET).delete(d -> d.objects(o -> o.key("b"))));
        JsonNode marked = only();
        assertThat(marked.get("eventName").asText()).isEqualTo("ObjectRemoved:DeleteMarkerCreated");
        assertThat(marked.at("/s3/object/versionId").asText()).hasSize(32);
    }

    @Test
    void keysAreFiltered() {
        notify(NotificationConfiguration.builder()
                .queueConfigurations(QueueConfiguration.builder()
                        .queueArn(QUEUE_ARN)
                        .events(Event.S3_OBJECT_CREATED_PUT)
                        .filter(f -> f.key(k -> k.filterRules(
                                rule -> rule.name(FilterRuleName.PREFIX).value("in/"),
                                rule -> rule.name(FilterRuleName.SUFFIX).value(".csv"))))
                        .build())
                .build());
        received();

        put("in/a.csv", "1");
        put("in/a.txt", "1");
        put("out/a.csv", "1");

        assertThat(only().at("/s3/object/key").asText()).isEqualTo("in/a.csv");
    }

    @Test
    void whatCannotBeReachedIsRefused() {
        allow("sns.amazonaws.com");
        String unable = "Unable to validate the following destination configurations";
        assertRefused("InvalidArgument", 400, unable, () -> notify(toQueue(Event.S3_OBJECT_CREATED)));
        assertRefused(
                "InvalidArgument",
                400,
                unable,
                () -> notify(NotificationConfiguration.builder()
                        .queueConfigurations(QueueConfiguration.builder()
                                .queueArn("arn:aws:sqs:us-east-1:" + ACCOUNT + ":none")
                                .events(Event.S3_OBJECT_CREATED)
                                .build())
                        .build()));
        assertThat(s3.getBucketNotificationConfiguration(r -> r.bucket(BUCKET)).queueConfigurations())
                .isEmpty();
    }

    @Test
    void whatContradictsItselfIsRefused() {
        QueueConfiguration one = QueueConfiguration.builder()
                .queueArn(QUEUE_ARN)
                .events(Event.S3_OBJECT_CREATED)
                .build();
        QueueConfiguration two = QueueConfiguration.builder()
                .queueArn(QUEUE_ARN)
                .events(Event.S3_OBJECT_CREATED_PUT)
                .build();
        assertRefused(
                "InvalidArgument",
                400,
                () -> notify(NotificationConfiguration.builder()
                        .queueConfigurations(one, two)
                        .build()));
        assertRefused("InvalidArgument", 400, () -> notify(toQueueOf("s3:Nothing")));
        assertRefused(
                "NotImplemented",
                501,
                () -> notify(NotificationConfiguration.builder()
                        .lambdaFunctionConfigurations(
                                l -> l.lambdaFunctionArn("arn:aws:lambda:us-east-1:" + ACCOUNT + ":function:f")
                                        .events(Event.S3_OBJECT_CREATED))
                        .build()));
    }

    @Test
    void topicsAreToldToo() {
        String topic = emulator.clients()
                .sns("app")
                .createTopic(r -> r.name("uploads"))
                .topicArn();
        allow("sns.amazonaws.com");
        emulator.clients().sns("app").setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("Policy")
                .attributeValue(policy("{'Effect':'Allow','Principal':{'Service':'s3.amazonaws.com'},'Action':"
                        + "'sns:Publish','Resource':'" + topic + "'}")));
        emulator.clients()
                .sns("app")
                .subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(QUEUE_ARN));
        notify(NotificationConfiguration.builder()
                .topicConfigurations(TopicConfiguration.builder()
                        .topicArn(topic)
                        .events(Event.S3_OBJECT_CREATED)
                        .build())
                .build());
        assertThat(received(20).get(0).get("Message").asText()).contains("s3:TestEvent");

        put("a", "1");

        JsonNode envelope = received(20).get(0);
        assertThat(envelope.get("Subject").asText()).isEqualTo("Amazon S3 Notification");
        assertThat(parse(envelope.get("Message").asText())
                        .at("/Records/0/eventName")
                        .asText())
                .isEqualTo("ObjectCreated:Put");
    }

    @Test
    void nothingIsToldOnceTakenBack() {
        notify(toQueue(Event.S3_OBJECT_CREATED));
        received();
        notify(NotificationConfiguration.builder().build());

        put("a", "1");

        assertThat(received()).isEmpty();
    }
}
