package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS was recorded to answer in its own bytes. */
class AlarmWireTest extends AlarmTest {
    private static final String ENUM = "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy "
            + "constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]";

    private HttpResponse<String> query(Map<String, String> parameters) {
        Wire wire = new Wire(emulator.endpoint());
        return wire.send(wire.request("/")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("Authorization", Wire.authorization("app", Clients.REGION, "monitoring"))
                .POST(BodyPublishers.ofString(Wire.encode(parameters))));
    }

    @Test
    void answersWhatDoesNotExistOverJson() {
        HttpResponse<String> answer =
                overJson("SetAlarmState", "{\"AlarmName\":\"a\",\"StateValue\":\"OK\",\"StateReason\":\"test\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("#ResourceNotFound\"").doesNotContain("message");
    }

    @Test
    void answersWhatDoesNotExistOverQuery() {
        HttpResponse<String> answer = query(Map.of(
                "Action", "SetAlarmState",
                "Version", "2010-08-01",
                "AlarmName", "a",
                "StateValue", "OK",
                "StateReason", "test"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("http://monitoring.amazonaws.com/doc/2010-08-01/")
                .contains("<Code>ResourceNotFound</Code>")
                .contains("<Type>Sender</Type>");
    }

    @Test
    void answersAStateThatIsNone() {
        HttpResponse<String> overJson =
                overJson("SetAlarmState", "{\"AlarmName\":\"a\",\"StateValue\":\"INVALID\",\"StateReason\":\"test\"}");
        HttpResponse<String> overQuery = query(Map.of(
                "Action", "SetAlarmState",
                "Version", "2010-08-01",
                "AlarmName", "a",
                "StateValue", "INVALID",
                "StateReason", "test"));

        assertThat(overJson.statusCode()).isEqualTo(400);
        assertThat(overJson.body()).contains("ValidationException").contains(ENUM);
        assertThat(overQuery.statusCode()).isEqualTo(400);
        assertThat(overQuery.body())
                .contains("<Code>ValidationError</Code>")
                .contains(ENUM.replace("'", "&apos;").substring(0, 20));
    }

    @Test
    void listsNothingAsEmptyLists() {
        HttpResponse<String> answer = overJson("DescribeAlarms", "{}");

        assertThat(answer.body()).contains("\"MetricAlarms\":[]").contains("\"CompositeAlarms\":[]");
    }
}
