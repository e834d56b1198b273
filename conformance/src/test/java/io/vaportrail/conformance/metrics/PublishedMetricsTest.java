package io.vaportrail.conformance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What services publish of themselves. */
@EmulatorTest
class PublishedMetricsTest {
    private final TestEmulator emulator;
    private final CloudWatchClient cloudWatch;
    private final SqsClient sqs;
    private String url = "";
    private Instant start = Instant.EPOCH;

    PublishedMetricsTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.cloudWatch = emulator.clients().cloudWatch("test");
        this.sqs = emulator.clients().sqs(Protocol.AWS_JSON, "test");
    }

    @BeforeEach
    void createQueue() {
        start = emulator.now();
        url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
    }

    private List<Double> sqs(String metric) {
        return values(
                "AWS/SQS",
                metric,
                Dimension.builder().name("QueueName").value("orders").build());
    }

    private List<Double> values(String namespace, String metric, Dimension... dimensions) {
        return values(namespace, metric, 60, dimensions);
    }

    private List<Double> values(String namespace, String metric, int period, Dimension... dimensions) {
        List<Datapoint> points = new ArrayList<>(cloudWatch
                .getMetricStatistics(r -> r.namespace(namespace)
                        .metricName(metric)
                        .dimensions(dimensions)
                        .startTime(start)
                        .endTime(emulator.now().plusSeconds(60))
                        .period(period)
                        .statistics(Statistic.SUM))
                .datapoints());
        points.sort(Comparator.comparing(Datapoint::timestamp));
        return points.stream().map(Datapoint::sum).toList();
    }

    @Test
    void queuesCountWhatHappens() {
        sqs.receiveMessage(r -> r.queueUrl(url));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("Hello"));
        String handle =
                sqs.receiveMessage(r -> r.queueUrl(url)).messages().get(0).receiptHandle();
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));

        assertThat(sqs("NumberOfEmptyReceives")).containsExactly(1.0);
        assertThat(sqs("NumberOfMessagesSent")).containsExactly(1.0);
        assertThat(sqs("SentMessageSize")).containsExactly(5.0);
        assertThat(sqs("NumberOfMessagesReceived")).containsExactly(1.0);
        assertThat(sqs("NumberOfMessagesDeleted")).containsExactly(2.0);
    }

    @Test
    void queuesShowWhatTheyHoldEveryMinute() {
        emulator.advance(Duration.ofMillis(60_000 - emulator.now().toEpochMilli() % 60_000));
        start = emulator.now();
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("one"));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("two").delaySeconds(600));
        assertThat(sqs("ApproximateNumberOfMessagesVisible")).as("at once").containsExactly(1.0);
        emulator.advanceSeconds(60);
        sqs.receiveMessage(r -> r.queueUrl(url).visibilityTimeout(600));
        emulator.advanceSeconds(120);

        assertThat(sqs("ApproximateNumberOfMessagesVisible")).containsExactly(1.0, 0.0, 0.0, 0.0);
        assertThat(sqs("ApproximateNumberOfMessagesNotVisible")).containsExactly(0.0, 1.0, 1.0, 1.0);
        assertThat(sqs("ApproximateNumberOfMessagesDelayed")).containsExactly(1.0, 1.0, 1.0, 1.0);
        assertThat(sqs("ApproximateAgeOfOldestMessage")).containsExactly(60.0, 120.0, 180.0, 180.0);
        assertThat(sqs("NumberOfMessagesSent")).containsExactly(2.0, 0.0, 0.0);
        assertThat(sqs("SentMessageSize")).as("no zeroes").containsExactly(6.0);
    }

    @Test
    void idleQueuesFallSilentAfterSixHours() {
        emulator.advance(Duration.ofHours(8));
        int samples = sqs("ApproximateNumberOfMessagesVisible").size();
        assertThat(samples).isBetween(359, 362);
        sqs.getQueueAttributes(r -> r.queueUrl(url));
        emulator.advance(Duration.ofMinutes(5));
        assertThat(sqs("ApproximateNumberOfMessagesVisible")).hasSizeGreaterThan(samples + 3);
    }

    @Test
    void callsCountAsUsage() {
        sqs.listQueues();
        sqs.listQueues();
        assertThat(usage("SQS", "ListQueues")).containsExactly(2.0);
        assertThat(new Wire(emulator.endpoint()).get("/_vaportrail/calls").body())
                .contains("\"sqs.ListQueues\":{\"calls\":2,\"errors\":0,\"averageMicros\":");
        assertThat(cloudWatch.listMetrics(r -> r.namespace("AWS/Usage")).metrics())
                .extracting(Metric::metricName)
                .containsOnly("CallCount");
    }

    @Test
    void callsOfEveryServiceCount() {
        emulator.clients().sns("test").listTopics();
        emulator.clients().logs("test").describeLogGroups();
        emulator.clients().s3("test").listBuckets();
        emulator.clients().iam("test").listUsers();
        cloudWatch.describeAlarms();

        assertThat(usage("SNS", "ListTopics")).containsExactly(1.0);
        assertThat(usage("Logs", "DescribeLogGroups")).containsExactly(1.0);
        assertThat(usage("S3", "ListBuckets")).containsExactly(1.0);
        assertThat(usage("IAM", "ListUsers")).containsExactly(1.0);
        assertThat(usage("CloudWatch", "DescribeAlarms")).containsExactly(1.0);
    }

    private List<Double> usage(String service, String operation) {
        return values(
                "AWS/Usage",
                "CallCount",
                Dimension.builder().name("Type").value("API").build(),
                Dimension.builder().name("Service").value(service).build(),
                Dimension.builder().name("Resource").value(operation).build(),
                Dimension.builder().name("Class").value("None").build());
    }

    @Test
    void bucketsShowWhatTheyHoldEveryDay() {
        S3Client s3 = emulator.clients().s3("test");
        s3.createBucket(r -> r.bucket("photos"));
        s3.putObject(r -> r.bucket("photos").key("cat"), RequestBody.fromString("meow"));
        s3.putObject(
                r -> r.bucket("photos").key("dog").storageClass(StorageClass.STANDARD_IA),
                RequestBody.fromString("woof!"));
        emulator.advance(Duration.ofDays(1));
        s3.deleteObject(r -> r.bucket("photos").key("cat"));
        emulator.advance(Duration.ofDays(1));

        assertThat(bucket("BucketSizeBytes", "StandardStorage")).containsExactly(4.0);
        assertThat(bucket("BucketSizeBytes", "StandardIAStorage")).containsExactly(5.0, 5.0);
        assertThat(bucket("NumberOfObjects", "AllStorageTypes")).containsExactly(2.0, 1.0);
        assertThat(cloudWatch
                        .listMetrics(r -> r.namespace("AWS/S3").metricName("NumberOfObjects"))
                        .metrics())
                .hasSize(1);
    }

    private List<Double> bucket(String metric, String type) {
        return values(
                "AWS/S3",
                metric,
                86_400,
                Dimension.builder().name("BucketName").value("photos").build(),
                Dimension.builder().name("StorageType").value(type).build());
    }
}
