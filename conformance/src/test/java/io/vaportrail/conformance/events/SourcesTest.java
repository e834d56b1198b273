package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What the emulator's own services tell EventBridge, as it comes out at the other end. */
class SourcesTest extends EventsTest {
    private void rule(String pattern) {
        events.putRule(r -> r.name("told").eventPattern(pattern));
        events.putTargets(r -> r.rule("told").targets(target("queue", queue("told"))));
    }

    private static Map<?, ?> part(Map<?, ?> json, String member) {
        return (Map<?, ?>) Objects.requireNonNull(json.get(member), member);
    }

    @Test
    void anObjectThatIsCreatedReachesAQueue() {
        rule("{\"source\":[\"aws.s3\"],\"detail-type\":[\"Object Created\"],"
                + "\"detail\":{\"bucket\":{\"name\":[\"photos\"]},\"object\":{\"key\":[{\"suffix\":\".jpg\"}]}}}");
        S3Client s3 = emulator.clients().s3("app");
        s3.createBucket(r -> r.bucket("photos"));
        s3.putBucketNotificationConfiguration(
                r -> r.bucket("photos").notificationConfiguration(c -> c.eventBridgeConfiguration(e -> {})));

        s3.putObject(r -> r.bucket("photos").key("cat.txt"), RequestBody.fromString("text"));
        s3.putObject(r -> r.bucket("photos").key("cat.jpg"), RequestBody.fromString("meow"));

        Map<?, ?> event = onlyEvent("told");
        assertThat(event.get("source")).isEqualTo("aws.s3");
        assertThat(event.get("resources")).isEqualTo(List.of("arn:aws:s3:::photos"));
        Map<?, ?> detail = part(event, "detail");
        assertThat(part(detail, "object").get("key")).isEqualTo("cat.jpg");
        assertThat(detail.get("reason")).isEqualTo("PutObject");
    }

    private void startTrail() {
        S3Client s3 = emulator.clients().s3("test");
        s3.createBucket(r -> r.bucket("audit"));
        s3.putBucketPolicy(r -> r.bucket("audit")
                .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                        + "\"cloudtrail.amazonaws.com\"},\"Action\":[\"s3:GetBucketAcl\",\"s3:PutObject\"],"
                        + "\"Resource\":[\"arn:aws:s3:::audit\",\"arn:aws:s3:::audit/*\"]}]}"));
        CloudTrailClient trail = emulator.clients().cloudTrail("test");
        trail.createTrail(r -> r.name("all").s3BucketName("audit"));
        trail.startLogging(r -> r.name("all"));
    }

    private List<String> calls() {
        List<String> names = new ArrayList<>();
        List<Message> some;
        while (!(some = messages("told")).isEmpty()) {
            for (Message message : some) {
                names.add(String.valueOf(part(json(message.body()), "detail").get("eventName")));
            }
        }
        return names;
    }

    @Test
    void aCallThatATrailRecordsReachesAQueueUnlessItOnlyReads() {
        String pattern = "{\"source\":[\"aws.sns\"],\"detail-type\":[\"AWS API Call via CloudTrail\"]}";
        rule(pattern);
        startTrail();
        SnsClient sns = emulator.clients().sns("sarah");

        String topic = sns.createTopic(r -> r.name("t")).topicArn();
        sns.getTopicAttributes(r -> r.topicArn(topic));
        sns.listTopics();
        sns.deleteTopic(r -> r.topicArn(topic));
        advance(Duration.ofSeconds(10));

        assertThat(calls()).containsExactlyInAnyOrder("CreateTopic", "DeleteTopic");

        events.putRule(r ->
                r.name("told").eventPattern(pattern).state(RuleState.ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS));
        sns.listTopics();
        advance(Duration.ofSeconds(10));

        assertThat(calls()).containsExactly("ListTopics");
    }

    @Test
    void aRuleForEverythingDoesNotFeedItself() {
        rule("{\"source\":[{\"prefix\":\"aws.\"}]}");
        startTrail();
        emulator.clients().cloudTrail("test").putEventSelectors(r -> r.trailName("all")
                .advancedEventSelectors(s -> s.name("queues")
                        .fieldSelectors(
                                f -> f.field("eventCategory").equalsValue("Data"),
                                f -> f.field("resources.type").equalsValue("AWS::SQS::Queue"))));

        sqs.sendMessage(r ->
                r.queueUrl(sqs.getQueueUrl(q -> q.queueName("told")).queueUrl()).messageBody("{\"detail\":{}}"));
        advance(Duration.ofMinutes(10));

        String url = sqs.getQueueUrl(q -> q.queueName("told")).queueUrl();
        String count = sqs.getQueueAttributes(
                        r -> r.queueUrl(url).attributeNamesWithStrings("ApproximateNumberOfMessages"))
                .attributesAsStrings()
                .get("ApproximateNumberOfMessages");
        assertThat(Integer.parseInt(count)).isLessThan(10);
    }

    @Test
    void anAlarmReachesATopicAndAQueue() {
        SnsClient sns = emulator.clients().sns("app");
        String topic = sns.createTopic(r -> r.name("alarms")).topicArn();
        sns.setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("Policy")
                .attributeValue("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Service\":\"events.amazonaws.com\"},\"Action\":\"sns:Publish\",\"Resource\":\"" + topic
                        + "\"}]}"));
        sns.subscribe(r -> r.topicArn(topic)
                .protocol("sqs")
                .endpoint(queue("told"))
                .attributes(Map.of("RawMessageDelivery", "true")));
        events.putRule(r -> r.name("alarms")
                .eventPattern("{\"source\":[\"aws.cloudwatch\"],\"detail-type\":[\"CloudWatch Alarm State Change\"],"
                        + "\"detail\":{\"state\":{\"value\":[\"ALARM\"]}}}"));
        events.putTargets(r -> r.rule("alarms").targets(target("topic", topic)));
        CloudWatchClient cloudWatch = emulator.clients().cloudWatch("app");
        cloudWatch.putMetricAlarm(r -> r.alarmName("errors")
                .namespace("App")
                .metricName("Errors")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(5.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));

        cloudWatch.setAlarmState(
                r -> r.alarmName("errors").stateValue(StateValue.ALARM).stateReason("by hand"));

        List<Message> messages = messages("told", 20);
        assertThat(messages).hasSize(1);
        Map<?, ?> event = json(messages.get(0).body());
        assertThat(part(event, "detail").get("alarmName")).isEqualTo("errors");
    }
}
