package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Protocol;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.s3.S3Client;

/** A call is recorded, the record comes to a log group, a filter finds it, and a metric counts it. */
class TrailToMetricTest extends LogsTest {
    private static final String TRAIL_GROUP = "trail";
    private static final String BUCKET = "trail-bucket";
    private static final String ROLE = "TrailToLogs";

    private CloudTrailClient cloudTrail;

    @BeforeEach
    void makeATrail() {
        cloudTrail = emulator.clients().cloudTrail("app");
        S3Client s3 = emulator.clients().s3("app");
        s3.createBucket(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET)
                .policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                        + "\"cloudtrail.amazonaws.com\"},\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:s3:::" + BUCKET
                        + "\",\"arn:aws:s3:::" + BUCKET + "/*\"]}]}"));
        emulator.clients().iam("app").createRole(r -> r.roleName(ROLE)
                .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"));
        group(TRAIL_GROUP);
        cloudTrail.createTrail(r -> r.name("all")
                .s3BucketName(BUCKET)
                .cloudWatchLogsLogGroupArn(groupArn(TRAIL_GROUP) + ":*")
                .cloudWatchLogsRoleArn("arn:aws:iam::" + ACCOUNT + ":role/" + ROLE));
        cloudTrail.startLogging(r -> r.name("all"));
    }

    @Test
    void aDeletedQueueIsCounted() {
        logs.putMetricFilter(r -> r.logGroupName(TRAIL_GROUP)
                .filterName("deleted")
                .filterPattern("{ ($.eventSource = \"sqs.amazonaws.com\") && ($.eventName = \"Delete*\") }")
                .metricTransformations(MetricTransformation.builder()
                        .metricNamespace("Audit")
                        .metricName("DeletedQueues")
                        .metricValue("1")
                        .build()));
        String url = emulator.clients()
                .sqs(Protocol.AWS_JSON, "sarah")
                .createQueue(r -> r.queueName("q"))
                .queueUrl();
        emulator.clients().sqs(Protocol.AWS_JSON, "sarah").deleteQueue(r -> r.queueUrl(url));
        emulator.advanceSeconds(60);

        List<FilteredLogEvent> found = logs.filterLogEvents(
                        r -> r.logGroupName(TRAIL_GROUP).filterPattern("{ $.eventName = DeleteQueue }"))
                .events();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).logStreamName()).isEqualTo(ACCOUNT + "_CloudTrail_us-east-1");
        assertThat(found.get(0).message()).contains("\"userName\":\"sarah\"");
        List<Datapoint> points = emulator.clients()
                .cloudWatch("app")
                .getMetricStatistics(r -> r.namespace("Audit")
                        .metricName("DeletedQueues")
                        .period(60)
                        .statistics(Statistic.SUM)
                        .startTime(emulator.now().minusSeconds(300))
                        .endTime(emulator.now()))
                .datapoints();
        assertThat(points).extracting(Datapoint::sum).containsExactly(1.0);
    }

    @Test
    void writingEventsLeavesNoRecord() {
        groupAndStream();
        putNow("secret of the app");

        assertThat(cloudTrail.lookupEvents(r -> r.maxResults(50)).events())
                .extracting(Event::eventName)
                .contains("CreateLogGroup", "CreateLogStream")
                .doesNotContain("PutLogEvents");
    }
}
