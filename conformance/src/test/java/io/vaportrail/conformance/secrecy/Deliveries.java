package io.vaportrail.conformance.secrecy;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.Protocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A trail that takes everything and delivers it wherever trails can, and what arrives there. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class Deliveries {
    private static final String ACCOUNT = "000000000000";
    private static final String BUCKET = "audit-logs";
    private static final String NOTICES = "audit-notices";
    private static final String EVENTS = "audit-events";
    private static final String GROUP = "audit-lines";
    private static final String ROLE = "audit-role";

    private final S3Client s3;
    private final CloudWatchLogsClient logs;
    private final SqsClient sqs;

    /** Sets the trail up. */
    Deliveries(Clients clients, S3Client s3) {
        this.s3 = s3;
        this.logs = clients.logs("test");
        this.sqs = clients.sqs(Protocol.AWS_JSON, "test");
        s3.createBucket(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET)
                .policy(policy(
                        "cloudtrail",
                        "\"s3:GetBucketAcl\",\"s3:PutObject*\"",
                        "arn:aws:s3:::audit-logs\",\"arn:aws:s3:::audit-logs/*")));
        topicWithQueue(clients.sns("test"));
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        clients.iam("test").createRole(r -> r.roleName(ROLE)
                .assumeRolePolicyDocument(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                                + "{\"Service\":\"cloudtrail.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"));
        ruleForEverything(clients.eventBridge("test"));
        start(clients.cloudTrail("test"));
    }

    private void ruleForEverything(EventBridgeClient events) {
        String queue = queue(EVENTS, "events");
        events.putRule(r -> r.name("everything")
                .eventPattern("{\"source\":[{\"prefix\":\"aws.\"}]}")
                .state(RuleState.ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS));
        events.putTargets(r -> r.rule("everything").targets(t -> t.id("queue").arn(queue)));
    }

    /** A queue that a service may send to; its ARN. */
    private String queue(String name, String service) {
        String arn = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":" + name;
        sqs.createQueue(r -> r.queueName(name)
                .attributes(Map.of(QueueAttributeName.POLICY, policy(service, "\"sqs:SendMessage\"", arn))));
        return arn;
    }

    private void topicWithQueue(SnsClient sns) {
        String queue = queue(NOTICES, "sns");
        String topic = sns.createTopic(r -> r.name(NOTICES)).topicArn();
        sns.setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("Policy")
                .attributeValue(policy("cloudtrail", "\"sns:Publish\"", topic)));
        sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queue));
    }

    private static String policy(String service, String actions, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
                + service + ".amazonaws.com\"},\"Action\":[" + actions + "],\"Resource\":[\"" + resource + "\"]}]}";
    }

    private static void start(CloudTrailClient trail) {
        trail.createTrail(r -> r.name("everything")
                .s3BucketName(BUCKET)
                .snsTopicName(NOTICES)
                .cloudWatchLogsLogGroupArn("arn:aws:logs:us-east-1:" + ACCOUNT + ":log-group:" + GROUP + ":*")
                .cloudWatchLogsRoleArn("arn:aws:iam::" + ACCOUNT + ":role/" + ROLE)
                .isMultiRegionTrail(true));
        trail.putEventSelectors(r -> r.trailName("everything")
                .advancedEventSelectors(
                        category("Management"),
                        data("AWS::SQS::Queue"),
                        data("AWS::SNS::Topic"),
                        data("AWS::SNS::PlatformEndpoint"),
                        data("AWS::S3::Object"),
                        data("AWS::CloudWatch::Metric")));
        trail.startLogging(r -> r.name("everything"));
    }

    private static AdvancedEventSelector category(String name) {
        return AdvancedEventSelector.builder()
                .fieldSelectors(f -> f.field("eventCategory").equalsValue(name))
                .build();
    }

    private static AdvancedEventSelector data(String type) {
        return AdvancedEventSelector.builder()
                .fieldSelectors(f -> f.field("eventCategory").equalsValue("Data"), f -> f.field("resources.type")
                        .equalsValue(type))
                .build();
    }

    /** What has arrived, by where it was found. */
    Map<String, String> arrived() {
        Map<String, String> found = new LinkedHashMap<>();
        s3.listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .filter(key -> key.endsWith(".json.gz"))
                .forEach(key -> found.put(key, file(key)));
        found.put(
                "log group",
                logs.filterLogEventsPaginator(r -> r.logGroupName(GROUP)).events().stream()
                        .map(FilteredLogEvent::message)
                        .collect(Collectors.joining("\n")));
        found.put("notices", received(NOTICES));
        found.put("events", received(EVENTS));
        return found;
    }

    private String received(String queue) {
        String url = sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
        StringBuilder all = new StringBuilder();
        List<Message> some;
        do {
            some = sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            some.forEach(message -> all.append(message.body()).append('\n'));
        } while (!some.isEmpty());
        return all.toString();
    }

    private String file(String key) {
        byte[] bytes = s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
