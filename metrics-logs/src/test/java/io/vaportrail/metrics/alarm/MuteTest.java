package io.vaportrail.metrics.alarm;

import static io.vaportrail.metrics.alarm.AlarmFixture.alarm;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.cloudwatch.AlarmMuteRuleSummary;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DeleteAlarmMuteRuleInput;
import io.vaportrail.model.cloudwatch.GetAlarmMuteRuleInput;
import io.vaportrail.model.cloudwatch.GetAlarmMuteRuleOutput;
import io.vaportrail.model.cloudwatch.ListAlarmMuteRulesInput;
import io.vaportrail.model.cloudwatch.MuteTargets;
import io.vaportrail.model.cloudwatch.PutAlarmMuteRuleInput;
import io.vaportrail.model.cloudwatch.Rule;
import io.vaportrail.model.cloudwatch.Schedule;
import io.vaportrail.model.cloudwatch.Tag;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Alarm mute rules. Time starts at noon. */
class MuteTest {
    private final AlarmFixture fixture = new AlarmFixture();

    private void mute(String name, String expression, String duration, String... alarms) {
        fixture.call(
                CloudWatchService.PUT_ALARM_MUTE_RULE,
                PutAlarmMuteRuleInput.builder()
                        .name(name)
                        .rule(Rule.builder()
                                .schedule(Schedule.builder()
                                        .expression(expression)
                                        .duration(duration)
                                        .build())
                                .build())
                        .muteTargets(MuteTargets.builder()
                                .alarmNames(List.of(alarms))
                                .build())
                        .tags(List.of(Tag.builder().key("k").value("v").build()))
                        .build());
    }

    private GetAlarmMuteRuleOutput get(String name) {
        return fixture.call(
                CloudWatchService.GET_ALARM_MUTE_RULE,
                GetAlarmMuteRuleInput.builder().alarmMuteRuleName(name).build());
    }

    private List<String> listed(ListAlarmMuteRulesInput.Builder input) {
        return Objects.requireNonNull(fixture.call(CloudWatchService.LIST_ALARM_MUTE_RULES, input.build())
                        .alarmMuteRuleSummaries())
                .stream()
                .map(AlarmMuteRuleSummary::alarmMuteRuleArn)
                .map(arn -> String.valueOf(arn).replaceAll(".*:", ""))
                .toList();
    }

    @Test
    void keepsAlarmsQuietAndLetsThemSpeakAfterwards() {
        fixture.put(alarm("a").treatMissingData("ignore"));
        fixture.put(alarm("b").treatMissingData("ignore"));
        mute("night", "at(2026-03-05T12:00)", "PT10M", "a");

        fixture.set("a", "ALARM");
        fixture.set("b", "ALARM");
        assertThat(fixture.told()).containsExactly("b ALARM");
        fixture.advance(600);

        assertThat(fixture.published).hasSize(1);
        assertThat(AlarmFixture.message(fixture.published.get(0)))
                .containsEntry("AlarmName", "a")
                .containsEntry("OldStateValue", "INSUFFICIENT_DATA")
                .containsEntry("ActionExecutedAfterMuteWindow", true);
    }

    @Test
    void forgetsWhatIsOverWhenTheWindowEnds() {
        fixture.put(alarm("a").treatMissingData("ignore"));
        mute("night", "at(2026-03-05T12:00)", "PT10M", "a");

        fixture.set("a", "ALARM");
        fixture.advance(60);
        mute("longer", "at(2026-03-05T12:00)", "PT30M", "a");
        fixture.advance(600);
        assertThat(fixture.told()).isEmpty();
        fixture.set("a", "OK");
        fixture.set("a", "INSUFFICIENT_DATA");
        fixture.advance(1800);

        assertThat(fixture.told()).containsExactly("a INSUFFICIENT_DATA");
    }

    @Test
    void describesItsRules() {
        mute("daily", "cron(0 2 * * *)", "PT1H", "a", "b");
        mute("now", "at(2026-03-05T12:00)", "PT1H", "b");

        GetAlarmMuteRuleOutput rule = get("now");
        assertThat(rule.alarmMuteRuleArn()).isEqualTo("arn:aws:cloudwatch:us-east-1:111122223333:alarm-mute-rule:now");
        assertThat(rule.status()).isEqualTo("ACTIVE");
        assertThat(get("daily").status()).isEqualTo("SCHEDULED");
        assertThat(listed(ListAlarmMuteRulesInput.builder())).containsExactly("daily", "now");
        assertThat(listed(ListAlarmMuteRulesInput.builder().alarmName("a"))).containsExactly("daily");
        assertThat(listed(ListAlarmMuteRulesInput.builder().statuses(List.of("ACTIVE"))))
                .containsExactly("now");
        assertThat(listed(ListAlarmMuteRulesInput.builder().maxRecords(1))).containsExactly("daily");
        fixture.call(
                CloudWatchService.DELETE_ALARM_MUTE_RULE,
                DeleteAlarmMuteRuleInput.builder().alarmMuteRuleName("now").build());
        assertThat(fixture.refused(
                        CloudWatchService.GET_ALARM_MUTE_RULE,
                        GetAlarmMuteRuleInput.builder().alarmMuteRuleName("now").build()))
                .startsWith("ResourceNotFoundException: ");
    }
}
