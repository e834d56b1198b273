package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Events of alarms, through a rule, as they come into a queue. */
class AlarmEventsTest extends AlarmTest {
    private String url = "";

    @BeforeEach
    void queueOfAllEvents() {
        String arn = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":events";
        url = sqs.createQueue(r -> r.queueName("events")
                        .attributes(Map.of(
                                QueueAttributeName.POLICY,
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                                        + "\"events.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\""
                                        + arn
                                        + "\"}]}")))
                .queueUrl();
        EventBridgeClient events = emulator.clients().eventBridge("app");
        events.putRule(r -> r.name("alarms").eventPattern("{\"source\":[\"aws.cloudwatch\"]}"));
        events.putTargets(r -> r.rule("alarms").targets(t -> t.id("queue").arn(arn)));
    }

    private List<Map<String, @Nullable Object>> events() {
        advance(Duration.ofMillis(1));
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        List<Message> some;
        while (!(some = sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10))
                        .messages())
                .isEmpty()) {
            for (Message message : some) {
                events.add(json(message.body()));
                sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        }
        return events;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> part(Map<String, @Nullable Object> json, String member) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(json.get(member), member);
    }

    private static String kind(Map<String, @Nullable Object> event) {
        Map<String, @Nullable Object> detail = part(event, "detail");
        Object operation = detail.get("operation");
        return detail.get("alarmName") + " "
                + (operation == null ? part(detail, "state").get("value") : operation);
    }

    @Test
    void tellOfEverythingThatHappensToAnAlarm() {
        cloudWatch.putMetricAlarm(alarm("a").build());
        cloudWatch.putMetricAlarm(alarm("a").threshold(6.0).build());
        cloudWatch.putCompositeAlarm(r -> r.alarmName("c").alarmRule("ALARM(a)"));
        set("a", StateValue.ALARM);
        cloudWatch.deleteAlarms(r -> r.alarmNames("a", "c"));

        List<Map<String, @Nullable Object>> events = events();
        assertThat(events)
                .extracting(AlarmEventsTest::kind)
                .containsExactlyInAnyOrder(
                        "a create", "a update", "c create", "c OK", "a ALARM", "c ALARM", "a delete", "c delete");
        assertThat(events).allSatisfy(event -> {
            assertThat(event)
                    .containsEntry("version", "0")
                    .containsEntry("source", "aws.cloudwatch")
                    .containsEntry("account", ACCOUNT)
                    .containsEntry("region", "us-east-1")
                    .containsKeys("id", "time");
            assertThat(event.get("resources"))
                    .isEqualTo(List.of("arn:aws:cloudwatch:us-east-1:" + ACCOUNT + ":alarm:"
                            + part(event, "detail").get("alarmName")));
        });
        assertThat(events)
                .extracting(event -> event.get("detail-type"))
                .containsOnly("CloudWatch Alarm State Change", "CloudWatch Alarm Configuration Change");
    }

    @Test
    void comeInOrderOfTheMinutesThatTheyTellOf() {
        cloudWatch.putMetricAlarm(alarm("a").treatMissingData("notBreaching").build());
        errors(9);
        advance(Duration.ofMinutes(10));

        assertThat(events()).extracting(AlarmEventsTest::kind).containsExactlyInAnyOrder("a create", "a ALARM", "a OK");
    }
}
