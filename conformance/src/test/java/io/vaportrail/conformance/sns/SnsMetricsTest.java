package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What CloudWatch shows of topics. */
class SnsMetricsTest extends SnsTest {
    private double sum(String metric, Dimension... dimensions) {
        GetMetricStatisticsResponse answer = emulator.clients()
                .cloudWatch("app")
                .getMetricStatistics(r -> r.namespace("AWS/SNS")
                        .metricName(metric)
                        .dimensions(dimensions)
                        .startTime(emulator.now().minus(Duration.ofHours(1)))
                        .endTime(emulator.now().plus(Duration.ofHours(1)))
                        .period(7_200)
                        .statistics(Statistic.SUM));
        return answer.datapoints().stream().mapToDouble(Datapoint::sum).sum();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private double ofTopic(String metric) {
        return sum(metric, dimension("TopicName", "orders"));
    }

    @Test
    void messagesAndDeliveriesAreCounted() {
        String topic = topic("orders");
        queue("inbox");
        queue("dead");
        subscribe(topic, "inbox");
        subscribe(topic, "gone");
        subscribe(topic, "lost", Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}"));
        subscribe(topic, "twice", Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + queueArn("none") + "\"}"));

        publish(topic, "12345");
        publish(topic, "123");

        assertThat(ofTopic("NumberOfMessagesPublished")).isEqualTo(2);
        assertThat(ofTopic("PublishSize")).isEqualTo(8);
        assertThat(ofTopic("NumberOfNotificationsDelivered")).isEqualTo(2);
        assertThat(ofTopic("NumberOfNotificationsFailed")).isEqualTo(6);
        assertThat(ofTopic("NumberOfNotificationsRedrivenToDlq")).isEqualTo(2);
        assertThat(ofTopic("NumberOfNotificationsFailedToRedriveToDlq")).isEqualTo(2);
    }

    @Test
    void filteredMessagesAreCountedByReason() {
        String topic = topic("orders");
        queue("inbox");
        String arn = subscribe(topic, "inbox", Map.of("FilterPolicy", "{\"a\":[\"x\"]}"));

        publish(topic, "no attributes");
        sns.publish(
                r -> r.topicArn(topic).message("m").messageAttributes(Map.of("a", PublishTest.text("String", "y"))));
        sns.publish(r -> r.topicArn(topic)
                .message("m")
                .messageAttributes(Map.of("a", PublishTest.text("String.Array", "broken"))));
        set(arn, "FilterPolicyScope", "MessageBody");
        publish(topic, "{\"a\":\"y\"}");
        publish(topic, "no JSON");

        assertThat(ofTopic("NumberOfNotificationsFilteredOut")).isEqualTo(5);
        assertThat(ofTopic("NumberOfNotificationsFilteredOut-NoMessageAttributes"))
                .isEqualTo(1);
        assertThat(ofTopic("NumberOfNotificationsFilteredOut-MessageAttributes"))
                .isEqualTo(1);
        assertThat(ofTopic("NumberOfNotificationsFilteredOut-InvalidAttributes"))
                .isEqualTo(1);
        assertThat(ofTopic("NumberOfNotificationsFilteredOut-MessageBody")).isEqualTo(1);
        assertThat(ofTopic("NumberOfNotificationsFilteredOut-InvalidMessageBody"))
                .isEqualTo(1);
        assertThat(ofTopic("NumberOfNotificationsDelivered")).isZero();
    }

    @Test
    void eachAttemptOverHttpFailsForItself() throws Exception {
        String topic = topic("orders");
        try (Endpoint endpoint = new Endpoint()) {
            sns.subscribe(r -> r.topicArn(topic).protocol("http").endpoint(endpoint.url()));
            String token = String.valueOf(json(endpoint.await(0).body()).get("Token"));
            sns.confirmSubscription(r -> r.topicArn(topic).token(token));
            endpoint.answering(500, 500);

            publish(topic, "m");
            endpoint.await(1);
            emulator.advance(Duration.ZERO);
            emulator.advance(Duration.ofMinutes(2));

            assertThat(ofTopic("NumberOfNotificationsFailed")).isEqualTo(2);
            assertThat(ofTopic("NumberOfNotificationsDelivered")).isEqualTo(1);
        }
    }

    @Test
    void directMessagesHaveTheirOwnDimensions() {
        String application = sns.createPlatformApplication(
                        r -> r.name("app").platform("GCM").attributes(Map.of("PlatformCredential", "secret")))
                .platformApplicationArn();
        String device = sns.createPlatformEndpoint(
                        r -> r.platformApplicationArn(application).token("t"))
                .endpointArn();

        sns.publish(r -> r.targetArn(device).message("m"));
        sns.publish(r -> r.phoneNumber("+15550100").message("m"));

        assertThat(sum("NumberOfNotificationsDelivered", dimension("Application", "app"), dimension("Platform", "GCM")))
                .isEqualTo(1);
        assertThat(sum("NumberOfMessagesPublished", dimension("PhoneNumber", "+15550100")))
                .isEqualTo(1);
    }

    private double spent() {
        return emulator
                .clients()
                .cloudWatch("app")
                .getMetricStatistics(r -> r.namespace("AWS/SNS")
                        .metricName("SMSMonthToDateSpentUSD")
                        .startTime(emulator.now().minus(Duration.ofHours(1)))
                        .endTime(emulator.now().plus(Duration.ofHours(1)))
                        .period(7_200)
                        .statistics(Statistic.MAXIMUM))
                .datapoints()
                .stream()
                .mapToDouble(Datapoint::maximum)
                .max()
                .orElse(-1);
    }

    @Test
    void textMessagesCost() {
        sns.publish(r -> r.phoneNumber("+15550100").message("m"));
        sns.publish(r -> r.phoneNumber("+4930123456")
                .message("m".repeat(161))
                .messageAttributes(Map.of("AWS.SNS.SMS.SMSType", PublishTest.text("String", "Transactional"))));

        assertThat(spent()).isCloseTo(3 * 0.00645, within(1e-9));
        assertThat(sum("SMSSuccessRate", dimension("Country", "US"), dimension("SMSType", "Promotional")))
                .isEqualTo(1);
        assertThat(sum("SMSSuccessRate", dimension("Country", "DE"), dimension("SMSType", "Transactional")))
                .isEqualTo(1);
    }

    @Test
    void textMessagesEndWithTheMonthsMoney() {
        String topic = topic("orders");
        sns.subscribe(r -> r.topicArn(topic).protocol("sms").endpoint("+15550100"));
        sns.setSMSAttributes(r -> r.attributes(Map.of("MonthlySpendLimit", "1")));
        String expensive = "m".repeat(153 * 150);

        publish(topic, expensive);
        sns.publish(r -> r.phoneNumber("+15550100").message(expensive));

        assertThat(spent()).isCloseTo(150 * 0.00645, within(1e-9));
        assertThat(ofTopic("NumberOfNotificationsDelivered")).isEqualTo(1);
        assertThat(sum("NumberOfNotificationsFailed", dimension("PhoneNumber", "+15550100")))
                .isEqualTo(1);
        emulator.advance(Duration.ofDays(31));
        sns.publish(r -> r.phoneNumber("+15550100").message(expensive));
        assertThat(sum("NumberOfNotificationsDelivered", dimension("PhoneNumber", "+15550100")))
                .isEqualTo(1);
    }

    @Test
    void textMessageCostsNoMoreThanItMay() {
        sns.publish(r -> r.phoneNumber("+15550100")
                .message("m")
                .messageAttributes(Map.of("AWS.SNS.SMS.MaxPrice", PublishTest.text("Number", "0.006"))));

        assertThat(sum("NumberOfNotificationsFailed", dimension("PhoneNumber", "+15550100")))
                .isEqualTo(1);
        assertThat(spent()).isZero();
    }
}
