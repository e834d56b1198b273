package io.vaportrail.metrics.alarm;

import static io.vaportrail.metrics.alarm.AlarmFixture.alarm;
import static io.vaportrail.metrics.alarm.AlarmFixture.composite;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DeleteAlarmsInput;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Composite alarms: their states, their cycles, and what suppresses their actions. */
class CompositeAlarmTest {
    private final AlarmFixture fixture = new AlarmFixture();

    @BeforeEach
    void twoAlarms() {
        fixture.put(alarm("a").alarmActions(null).okActions(null).insufficientDataActions(null));
        fixture.put(alarm("b").alarmActions(null).okActions(null).insufficientDataActions(null));
        fixture.put(alarm("quiet")
                .metricName("Q")
                .alarmActions(null)
                .okActions(null)
                .insufficientDataActions(null));
    }

    private String delete(String... names) {
        return fixture.refused(
                CloudWatchService.DELETE_ALARMS,
                DeleteAlarmsInput.builder().alarmNames(List.of(names)).build());
    }

    @Test
    void isEvaluatedWhenMade() {
        fixture.put(composite("c", "ALARM(a) OR ALARM(b)"));

        assertThat(fixture.compositeState("c")).isEqualTo("OK");
        assertThat(fixture.compositeAlarm("c").stateReason())
                .isEqualTo(
                        "arn:aws:cloudwatch:us-east-1:111122223333:alarm:c was created and its alarm rule evaluates to OK");
        assertThat(fixture.told()).containsExactly("c OK");
    }

    @Test
    void followsItsChildren() {
        fixture.put(composite("c", "ALARM(a) OR ALARM(b)"));
        fixture.told();

        fixture.set("a", "ALARM");
        assertThat(fixture.compositeAlarm("c").stateReasonData())
                .isEqualTo("{\"triggeringAlarms\":[{\"arn\":\"arn:aws:cloudwatch:us-east-1:111122223333:alarm:a\","
                        + "\"state\":{\"value\":\"ALARM\",\"timestamp\":\"2026-03-05T12:00:00.000+0000\"}}]}");
        fixture.set("b", "ALARM");
        fixture.set("a", "OK");
        assertThat(fixture.compositeState("c")).isEqualTo("ALARM");
        fixture.set("b", "OK");

        assertThat(fixture.told()).containsExactly("c ALARM", "c OK");
    }

    @Test
    void followsThroughSeveralLevels() {
        fixture.put(composite("c1", "ALARM(a)"));
        for (int i = 2; i <= 60; i++) {
            fixture.put(composite("c" + i, "ALARM(c" + (i - 1) + ")")
                    .okActions(null)
                    .alarmActions(null));
        }

        fixture.set("a", "ALARM");

        assertThat(fixture.compositeState("c60")).isEqualTo("ALARM");
    }

    @Test
    void isEvaluatedAnewWhenChanged() {
        fixture.put(composite("c", "ALARM(a)"));
        fixture.put(composite("c", "NOT ALARM(a)"));

        assertThat(fixture.compositeAlarm("c").stateReason())
                .endsWith(":alarm:c was updated and its alarm rule evaluates to ALARM");
    }

    @Test
    void standsStillInACycle() {
        fixture.put(composite("c", "ALARM(a)"));
        fixture.put(composite("d", "ALARM(c)"));
        fixture.put(composite("c", "ALARM(d) OR ALARM(a)"));
        fixture.put(composite("above", "ALARM(c)"));

        fixture.set("a", "ALARM");

        assertThat(fixture.compositeState("c")).isEqualTo("OK");
        assertThat(delete("c"))
                .isEqualTo("ValidationError: Cannot delete c as there are composite alarm(s) depending on it.");
        fixture.put(composite("c", "ALARM(a)"));
        assertThat(fixture.compositeState("c")).isEqualTo("ALARM");
        assertThat(fixture.compositeState("d")).isEqualTo("ALARM");
    }

    @Test
    void maySpeakOfItself() {
        fixture.put(composite("c", "ALARM(a)"));
        fixture.put(composite("c", "ALARM(c)"));
        fixture.set("a", "ALARM");

        assertThat(fixture.compositeState("c")).isEqualTo("OK");
    }

    @Test
    void keepsItsChildrenFromBeingDeleted() {
        fixture.put(composite("c", "ALARM(a)"));
        fixture.put(composite("d", "ALARM(b)"));

        assertThat(delete("a"))
                .isEqualTo("ValidationError: Cannot delete a as there are composite alarm(s) depending on it.");
        assertThat(delete("c", "d")).isEqualTo("ValidationError: You can delete at most one composite alarm at a time");
        fixture.call(
                CloudWatchService.DELETE_ALARMS,
                DeleteAlarmsInput.builder()
                        .alarmNames(List.of("c", "a", "nobody"))
                        .build());
        assertThat(fixture.history("ConfigurationUpdate")).contains("Alarm \"c\" deleted", "Alarm \"a\" deleted");
    }

    @Test
    void refusesWhatDoesNotExist() {
        assertThat(fixture.refused(
                        CloudWatchService.PUT_COMPOSITE_ALARM,
                        composite("c", "ALARM(a) OR ALARM(x) OR ALARM(y)").build()))
                .isEqualTo(
                        "ValidationError: Could not save the composite alarm as alarms [x, y] in the alarm rule do not exist");
        assertThat(fixture.refused(
                        CloudWatchService.PUT_COMPOSITE_ALARM,
                        composite("c", "ALARM(").build()))
                .startsWith("ValidationError: Error in AlarmRule [");
        assertThat(fixture.refused(
                        CloudWatchService.PUT_COMPOSITE_ALARM,
                        composite("a", "TRUE").build()))
                .startsWith("ValidationError: Alarm names must be unique");
        assertThat(fixture.refused(
                        CloudWatchService.PUT_COMPOSITE_ALARM,
                        composite("c", "TRUE").actionsSuppressor("a").build()))
                .startsWith("ValidationError: ActionsSuppressor, ");
        assertThat(fixture.refused(
                        CloudWatchService.PUT_COMPOSITE_ALARM,
                        composite("c", "TRUE")
                                .actionsSuppressor("x")
                                .actionsSuppressorWaitPeriod(1)
                                .actionsSuppressorExtensionPeriod(1)
                                .build()))
                .startsWith("ValidationError: Could not save the composite alarm as the actions suppressor [x]");
        assertThat(fixture.refused(
                        CloudWatchService.PUT_COMPOSITE_ALARM,
                        composite("c", "TRUE")
                                .okActions(List.of("arn:aws:automate:us-east-1:ec2:stop"))
                                .build()))
                .startsWith("ValidationError: Unsupported action");
    }

    @Test
    void takesAHundredChildren() {
        IntStream.rangeClosed(1, 101).forEach(i -> fixture.put(alarm("n" + i)));
        String hundred =
                IntStream.rangeClosed(1, 100).mapToObj(i -> "ALARM(n" + i + ")").collect(Collectors.joining(" OR "));
        String all = IntStream.rangeClosed(1, 101).mapToObj(i -> "n" + i).collect(Collectors.joining(", "));

        fixture.put(composite("c", hundred));
        assertThat(fixture.refused(
                        CloudWatchService.PUT_COMPOSITE_ALARM,
                        composite("d", "AT_LEAST(1, ALARM, (" + all + "))").build()))
                .startsWith("LimitExceeded: ");
    }

    private void suppressed() {
        fixture.put(composite("c", "ALARM(a)")
                .actionsSuppressor("quiet")
                .actionsSuppressorWaitPeriod(60)
                .actionsSuppressorExtensionPeriod(120));
        fixture.advance(60);
        fixture.told();
    }

    private String suppressedBy() {
        return String.valueOf(fixture.compositeAlarm("c").actionsSuppressedBy());
    }

    @Test
    void waitsForItsSuppressorBeforeItActs() {
        suppressed();

        fixture.set("a", "ALARM");

        assertThat(suppressedBy()).isEqualTo("WaitPeriod");
        assertThat(fixture.compositeAlarm("c").actionsSuppressedReason()).isEqualTo("Actions suppressed by WaitPeriod");
        fixture.advance(1);
        fixture.set("a", "ALARM");
        assertThat(fixture.told()).isEmpty();
    }

    @Test
    void actsWhenItsSuppressorDoesNotCome() {
        fixture.put(alarm("steady").period(3600).alarmActions(null).okActions(null));
        fixture.put(composite("c", "ALARM(steady)")
                .actionsSuppressor("quiet")
                .actionsSuppressorWaitPeriod(30)
                .actionsSuppressorExtensionPeriod(30));
        fixture.advance(32);
        fixture.told();
        fixture.set("steady", "ALARM");

        fixture.advance(27);
        assertThat(fixture.told()).isEmpty();
        fixture.metrics.put("M", fixture.clock.millis(), 99);
        fixture.advance(4);

        assertThat(fixture.told()).contains("c ALARM");
        assertThat(suppressedBy()).isEqualTo("null");
    }

    @Test
    void staysQuietWhileItsSuppressorIsInAlarm() {
        suppressed();
        fixture.set("quiet", "ALARM");
        assertThat(suppressedBy()).isEqualTo("Alarm");

        fixture.set("a", "ALARM");
        assertThat(fixture.told()).isEmpty();
        fixture.set("quiet", "OK");
        assertThat(suppressedBy()).isEqualTo("ExtensionPeriod");
        fixture.set("a", "OK");
        fixture.advance(121);

        assertThat(suppressedBy()).isEqualTo("null");
        assertThat(fixture.told()).isEmpty();
    }
}
