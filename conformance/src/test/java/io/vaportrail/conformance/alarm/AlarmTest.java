package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.core.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A behaviour of alarms. Time stands still unless the test moves it. */
@EmulatorTest
abstract class AlarmTest {
    static final String ACCOUNT = "000000000000";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    TestEmulator emulator;
    CloudWatchClient cloudWatch;
    SnsClient sns;
    SqsClient sqs;

    @BeforeEach
    final void connect(TestEmulator started) {
        emulator = started;
        cloudWatch = started.clients().cloudWatch("app");
        sns = started.clients().sns("app");
        sqs = started.clients().sqs(Protocol.AWS_JSON, "app");
        leaveTheStartOfTheMinute();
    }

    /** Alarms are evaluated early in each minute: a test that lets a second pass must not begin right before. */
    private void leaveTheStartOfTheMinute() {
        long past = emulator.now().toEpochMilli() % MINUTE.toMillis();
        emulator.advance(MINUTE.minusMillis(past).plusSeconds(25));
    }

    /** A topic whose messages end up in a queue of the same name; its ARN. */
    String topic(String name) {
        String queueArn = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":" + name;
        sqs.createQueue(r -> r.queueName(name)
                .attributes(Map.of(
                        QueueAttributeName.POLICY,
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                                + "\"sns.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\"" + queueArn
                                + "\"}]}")));
        String topicArn = sns.createTopic(r -> r.name(name)).topicArn();
        sns.subscribe(r -> r.topicArn(topicArn).protocol("sqs").endpoint(queueArn));
        return topicArn;
    }

    /** Lets time pass, and what it set off come to its end, however busy the machine. */
    void advance(Duration duration) {
        emulator.advance(duration);
        settle();
    }

    private void settle() {
        emulator.settle();
    }

    /** What has arrived in the queue of a topic, taken out of its envelopes. */
    List<Map<String, @Nullable Object>> arrived(String name) {
        settle();
        String url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
        return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages().stream()
                .map(Message::body)
                .map(AlarmTest::json)
                .map(envelope -> json(String.valueOf(envelope.get("Message"))))
                .toList();
    }

    static Map<String, @Nullable Object> json(String text) {
        return Objects.requireNonNull(Json.readObject(text), text);
    }

    /** A call over awsJson 1.0, made by hand. */
    HttpResponse<String> overJson(String operation, String body) {
        Wire wire = new Wire(emulator.endpoint());
        return wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
                .header("Authorization", Wire.authorization("app", Clients.REGION, "monitoring"))
                .POST(BodyPublishers.ofString(body)));
    }

    /** An alarm on the sum of a metric over a minute, above 5. */
    static PutMetricAlarmRequest.Builder alarm(String name) {
        return PutMetricAlarmRequest.builder()
                .alarmName(name)
                .namespace("App")
                .metricName("Errors")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(5.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD);
    }

    void errors(double value) {
        cloudWatch.putMetricData(r -> r.namespace("App")
                .metricData(
                        d -> d.metricName("Errors").timestamp(emulator.now()).value(value)));
    }

    void set(String name, StateValue state) {
        cloudWatch.setAlarmState(r -> r.alarmName(name).stateValue(state).stateReason("by hand"));
    }

    MetricAlarm described(String name) {
        List<MetricAlarm> found =
                cloudWatch.describeAlarms(r -> r.alarmNames(name)).metricAlarms();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    CompositeAlarm composite(String name) {
        List<CompositeAlarm> found = cloudWatch
                .describeAlarms(r -> r.alarmNames(name).alarmTypes(AlarmType.COMPOSITE_ALARM))
                .compositeAlarms();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    List<String> history(HistoryItemType type) {
        return cloudWatch
                .describeAlarmHistory(
                        r -> r.historyItemType(type).alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))
                .alarmHistoryItems()
                .stream()
                .map(AlarmHistoryItem::historySummary)
                .toList();
    }
}
