package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The chain that auditors build: a call is recorded, delivered to a log group, matched by a metric filter, counted, seen by an
 * alarm, sent to a topic, and received from a queue.
 */
class ChainTest extends AlarmTest {
    private static final String BUCKET = "audit-bucket";

    @Test
    void fromACallToAMessageInAQueue() {
        String topic = topic("security");
        CloudWatchLogsClient logs = emulator.clients().logs("app");
        logs.createLogGroup(r -> r.logGroupName("audit"));
        trail();
        logs.putMetricFilter(r -> r.logGroupName("audit")
                .filterName("queue-deletions")
                .filterPattern("{ $.eventName = \"DeleteQueue\" }")
                .metricTransformations(t ->
                        t.metricNamespace("Audit").metricName("QueueDeletions").metricValue("1")));
        cloudWatch.putMetricAlarm(r -> r.alarmName("somebody-deletes-queues")
                .namespace("Audit")
                .metricName("QueueDeletions")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData("notBreaching")
                .alarmActions(topic));

        SqsClient mike = emulator.clients().sqs(Protocol.AWS_JSON, "mike");
        String url = mike.createQueue(r -> r.queueName("orders")).queueUrl();
        mike.deleteQueue(r -> r.queueUrl(url));
        advance(Duration.ofMinutes(20));

        List<Map<String, @Nullable Object>> messages = arrived("security");
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0))
                .containsEntry("AlarmName", "somebody-deletes-queues")
                .containsEntry("NewStateValue", "ALARM");
        assertThat(String.valueOf(messages.get(0).get("NewStateReason")))
                .startsWith("Threshold Crossed: 1 datapoint [1.0 (");
    }

    /** A trail that delivers to the log group, by a role that may write there. */
    private void trail() {
        IamClient iam = emulator.clients().iam("app");
        String role = iam.createRole(
                        r -> r.roleName("trail-to-logs")
                                .assumeRolePolicyDocument(
                                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                                + "\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"))
                .role()
                .arn();
        iam.putRolePolicy(r -> r.roleName("trail-to-logs")
                .policyName("write")
                .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                        + "[\"logs:CreateLogStream\",\"logs:PutLogEvents\"],\"Resource\":\"*\"}]}"));
        S3Client s3 = emulator.clients().s3("app");
        s3.createBucket(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET)
                .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                        + "\"cloudtrail.amazonaws.com\"},\"Action\":\"s3:GetBucketAcl\",\"Resource\":\"arn:aws:s3:::"
                        + BUCKET + "\"},{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},"
                        + "\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::" + BUCKET + "/AWSLogs/" + ACCOUNT
                        + "/*\",\"Condition\":{\"StringEquals\":{\"s3:x-amz-acl\":\"bucket-owner-full-control\"}}}]}"));
        CloudTrailClient cloudTrail = emulator.clients().cloudTrail("app");
        cloudTrail.createTrail(r -> r.name("audit")
                .s3BucketName(BUCKET)
                .cloudWatchLogsLogGroupArn("arn:aws:logs:us-east-1:" + ACCOUNT + ":log-group:audit:*")
                .cloudWatchLogsRoleArn(role));
        cloudTrail.startLogging(r -> r.name("audit"));
    }
}
