package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.Deadline;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.core.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;

/** Lookup tables, which the SDK does not know yet. */
class LookupTableTest extends LogsTest {
    private static final String ARN = "arn:aws:logs:us-east-1:" + ACCOUNT + ":lookup-table:people";

    private Map<String, @Nullable Object> call(int status, String operation, Map<String, ?> parameters) {
        Wire wire = new Wire(emulator.endpoint());
        HttpResponse<String> answer = wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "Logs_20140328." + operation)
                .header("Authorization", Wire.authorization("app", Clients.REGION, "logs"))
                .POST(BodyPublishers.ofString(Json.write(parameters))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? Map.of() : Objects.requireNonNull(Json.readObject(answer.body()));
    }

    private void create() {
        call(
                200,
                "CreateLookupTable",
                Map.of(
                        "lookupTableName",
                        "people",
                        "description",
                        "who is who",
                        "tableBody",
                        "id,name\n7,Ann\n8,Bob\n",
                        "tags",
                        Map.of("team", "dough")));
    }

    @Test
    void areMadeShownChangedAndDeleted() {
        create();
        assertThat(call(200, "GetLookupTable", Map.of("lookupTableArn", ARN)))
                .containsEntry("lookupTableName", "people")
                .containsEntry("description", "who is who")
                .containsEntry("tableBody", "id,name\n7,Ann\n8,Bob\n")
                .containsEntry("sizeBytes", 20);
        assertThat(call(200, "ListTagsForResource", Map.of("resourceArn", ARN)))
                .containsEntry("tags", Map.of("team", "dough"));
        call(200, "UpdateLookupTable", Map.of("lookupTableArn", ARN, "tableBody", "id,team\n7,red\n"));
        Object tables = call(200, "DescribeLookupTables", Map.of("lookupTableNamePrefix", "peo"))
                .get("lookupTables");
        assertThat(Json.write(Objects.requireNonNull(tables))).contains("\"tableFields\":[\"id\",\"team\"]");
        call(200, "DeleteLookupTable", Map.of("lookupTableArn", ARN));
        assertThat(call(400, "GetLookupTable", Map.of("lookupTableArn", ARN)))
                .containsEntry("__type", "ResourceNotFoundException");
    }

    @Test
    void refuseWhatIsNoTableAndNamesThatAreTaken() {
        create();
        assertThat(call(400, "CreateLookupTable", Map.of("lookupTableName", "people", "tableBody", "a\n1\n")))
                .containsEntry("__type", "ResourceAlreadyExistsException");
        assertThat(call(400, "CreateLookupTable", Map.of("lookupTableName", "other", "tableBody", "a,b\n1\n")))
                .containsEntry("__type", "InvalidParameterException")
                .containsEntry("message", "Row 1 has 1 values, the header row 2.");
        assertThat(call(400, "UpdateLookupTable", Map.of("lookupTableArn", ARN, "tableBody", "\n")))
                .containsEntry("__type", "InvalidParameterException");
        assertThat(call(400, "CreateLookupTable", Map.of("lookupTableName", "a-b", "tableBody", "a\n1\n")))
                .containsEntry("__type", "InvalidParameterException");
    }

    @Test
    void areAHundredAtMost() {
        IntStream.range(0, 100)
                .forEach(i -> call(200, "CreateLookupTable", Map.of("lookupTableName", "t" + i, "tableBody", "a\n")));
        assertThat(call(400, "CreateLookupTable", Map.of("lookupTableName", "more", "tableBody", "a\n")))
                .containsEntry("__type", "LimitExceededException");
    }

    @Test
    void areReadByQueries() {
        create();
        groupAndStream();
        putNow("{\"user\":\"7\"}", "{\"user\":\"9\"}");
        String id = logs.startQuery(r -> r.logGroupName(GROUP)
                        .startTime(now() / 1000 - 60)
                        .endTime(now() / 1000 + 60)
                        .queryString("fields user | lookup people id as user OUTPUT name | sort user"))
                .queryId();
        Deadline deadline = Deadline.soon();
        while (logs.getQueryResults(r -> r.queryId(id)).status() != QueryStatus.COMPLETE) {
            deadline.check("query: going on (expected: complete)");
        }
        assertThat(logs.getQueryResults(r -> r.queryId(id)).results().stream()
                        .map(row -> row.stream()
                                .filter(field -> !field.field().equals("@ptr"))
                                .map(field -> field.field() + "=" + field.value())
                                .collect(Collectors.joining(" ")))
                        .toList())
                .containsExactly("user=7 name=Ann", "user=9");
    }
}
