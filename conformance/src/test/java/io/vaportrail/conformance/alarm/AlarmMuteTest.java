package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Over JSON by hand, since the SDK does not know mute rules yet. */
class AlarmMuteTest extends AlarmTest {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);

    @Test
    void holdsActionsBackUntilTheWindowEnds() {
        String topic = topic("ops");
        cloudWatch.putMetricAlarm(
                alarm("a").alarmActions(topic).treatMissingData("ignore").build());
        overJson(
                "PutAlarmMuteRule",
                "{\"Name\":\"now\",\"Rule\":{\"Schedule\":{\"Expression\":\"at(" + MINUTE.format(emulator.now())
                        + ")\",\"Duration\":\"PT30M\"}},\"MuteTargets\":{\"AlarmNames\":[\"a\"]}}");
        assertThat(overJson("GetAlarmMuteRule", "{\"AlarmMuteRuleName\":\"now\"}")
                        .body())
                .contains("\"Status\":\"ACTIVE\"");

        set("a", StateValue.ALARM);
        advance(Duration.ofMinutes(20));
        assertThat(arrived("ops")).isEmpty();
        advance(Duration.ofMinutes(11));

        assertThat(arrived("ops")).singleElement().satisfies(message -> assertThat(message)
                .containsEntry("ActionExecutedAfterMuteWindow", true));
        assertThat(overJson("ListAlarmMuteRules", "{}").body()).contains("\"Status\":\"EXPIRED\"");
    }
}
