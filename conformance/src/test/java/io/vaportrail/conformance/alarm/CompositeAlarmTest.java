package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.ActionsSuppressedBy;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

class CompositeAlarmTest extends AlarmTest {
    private void two() {
        cloudWatch.putMetricAlarm(alarm("one").build());
        cloudWatch.putMetricAlarm(alarm("two").build());
    }

    private static String arn(String name) {
        return "arn:aws:cloudwatch:us-east-1:" + ACCOUNT + ":alarm:" + name;
    }

    /** As recorded: raised by the first child, unmoved by the second, and back. */
    @Test
    void followsItsChildrenAndTellsTopics() {
        two();
        String onAlarm = topic("on-alarm");
        String onOk = topic("on-ok");
        String rule = "ALARM(\"" + arn("one") + "\") OR ALARM(\"" + arn("two") + "\")";
        cloudWatch.putCompositeAlarm(r -> r.alarmName("all")
                .alarmDescription("composite alarm description")
                .alarmRule(rule)
                .okActions(onOk)
                .alarmActions(onAlarm));
        assertThat(composite("all").stateValue()).isEqualTo(StateValue.OK);
        advance(Duration.ofSeconds(1));
        assertThat(arrived("on-ok")).hasSize(1);

        set("one", StateValue.ALARM);
        advance(Duration.ofSeconds(1));

        List<Map<String, @Nullable Object>> told = arrived("on-alarm");
        assertThat(told).hasSize(1);
        assertThat(told.get(0))
                .containsEntry("AlarmRule", rule)
                .containsEntry("AlarmDescription", "composite alarm description")
                .doesNotContainKey("Trigger");
        CompositeAlarm raised = composite("all");
        assertThat(raised.stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(raised.stateReason()).startsWith(arn("one") + " transitioned to ALARM at ");
        assertThat(String.valueOf(json(raised.stateReasonData()).get("triggeringAlarms")))
                .contains(arn("one"));
        assertThat(raised.hasInsufficientDataActions()).isTrue();
        set("two", StateValue.ALARM);
        set("one", StateValue.OK);
        assertThat(composite("all").stateReason()).isEqualTo(raised.stateReason());
        set("two", StateValue.OK);
        advance(Duration.ofSeconds(1));
        assertThat(arrived("on-ok")).hasSize(1);
    }

    @Test
    void knowsParentsAndChildren() {
        two();
        cloudWatch.putCompositeAlarm(r -> r.alarmName("all").alarmRule("AT_LEAST(1, ALARM, (one, two))"));

        assertThat(cloudWatch.describeAlarms(r -> r.childrenOfAlarmName("all")).metricAlarms())
                .extracting(MetricAlarm::alarmName)
                .containsExactly("one", "two");
        assertThat(cloudWatch.describeAlarms(r -> r.parentsOfAlarmName("one")).compositeAlarms())
                .extracting(CompositeAlarm::alarmName)
                .containsExactly("all");
        assertThat(AwsError.of(() -> cloudWatch.deleteAlarms(r -> r.alarmNames("one")))
                        .code())
                .isEqualTo("ValidationError");
    }

    @Test
    void isSuppressed() {
        two();
        String topic = topic("ops");
        cloudWatch.putCompositeAlarm(r -> r.alarmName("all")
                .alarmRule("ALARM(one)")
                .alarmActions(topic)
                .actionsSuppressor("two")
                .actionsSuppressorWaitPeriod(20)
                .actionsSuppressorExtensionPeriod(10));
        set("two", StateValue.ALARM);

        set("one", StateValue.ALARM);

        assertThat(composite("all").actionsSuppressedBy()).isEqualTo(ActionsSuppressedBy.ALARM);
        set("two", StateValue.OK);
        assertThat(composite("all").actionsSuppressedBy()).isEqualTo(ActionsSuppressedBy.EXTENSION_PERIOD);
        assertThat(arrived("ops")).isEmpty();
    }

    @Test
    void keepsTagsAndListsNoneOnceDeleted() {
        two();
        cloudWatch.putCompositeAlarm(r -> r.alarmName("all")
                .alarmRule("ALARM(\"one\")")
                .tags(Tag.builder().key("Environment").value("Production").build()));
        cloudWatch.tagResource(r -> r.resourceARN(arn("all"))
                .tags(Tag.builder().key("tag1").value("foo").build()));

        assertThat(cloudWatch
                        .listTagsForResource(r -> r.resourceARN(arn("all")))
                        .tags())
                .extracting(Tag::key)
                .containsExactly("Environment", "tag1");
        cloudWatch.deleteAlarms(r -> r.alarmNames("all"));
        assertThat(cloudWatch
                        .listTagsForResource(r -> r.resourceARN(arn("all")))
                        .tags())
                .isEmpty();
        assertThat(cloudWatch
                        .describeAlarms(r -> r.alarmTypes(AlarmType.COMPOSITE_ALARM))
                        .compositeAlarms())
                .isEmpty();
    }

    @Test
    void saysWhereARuleGoesWrong() {
        assertThat(AwsError.of(() ->
                        cloudWatch.putCompositeAlarm(r -> r.alarmName("all").alarmRule("()"))))
                .isEqualTo(
                        new AwsError("ValidationError", 400, "Error in AlarmRule [Unsupported token ')' at char 1]"));
    }
}
