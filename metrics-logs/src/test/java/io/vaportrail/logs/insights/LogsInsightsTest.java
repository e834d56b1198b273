package io.vaportrail.logs.insights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.model.logs.DescribeQueriesRequest;
import io.vaportrail.model.logs.GetLogGroupFieldsRequest;
import io.vaportrail.model.logs.GetLogRecordRequest;
import io.vaportrail.model.logs.GetQueryResultsRequest;
import io.vaportrail.model.logs.GetQueryResultsResponse;
import io.vaportrail.model.logs.InvalidParameterException;
import io.vaportrail.model.logs.LimitExceededException;
import io.vaportrail.model.logs.LogGroupClass;
import io.vaportrail.model.logs.LogGroupField;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.MalformedQueryException;
import io.vaportrail.model.logs.QueryCompileErrorLocation;
import io.vaportrail.model.logs.QueryInfo;
import io.vaportrail.model.logs.ResourceNotFoundException;
import io.vaportrail.model.logs.ResultField;
import io.vaportrail.model.logs.StartQueryRequest;
import io.vaportrail.model.logs.StopQueryRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operations, with workers that work when they are told. */
class LogsInsightsTest {
    private static final long NOW = InsightsFixture.NOW / 1000;

    private final InsightsFixture logs = new InsightsFixture();

    private static StartQueryRequest.Builder query(String text) {
        return StartQueryRequest.builder().startTime(NOW - 60).endTime(NOW).queryString(text);
    }

    private String start(StartQueryRequest.Builder input) {
        return requireNonNull(logs.call(LogsService.START_QUERY, input.build()).queryId());
    }

    private GetQueryResultsResponse results(String id) {
        return logs.call(
                LogsService.GET_QUERY_RESULTS,
                GetQueryResultsRequest.builder().queryId(id).build());
    }

    private List<List<ResultField>> rows(String id) {
        return requireNonNull(results(id).results());
    }

    private static String value(List<ResultField> row, String field) {
        return row.stream()
                .filter(one -> field.equals(one.field()))
                .map(one -> String.valueOf(one.value()))
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void goesFromScheduledToComplete() {
        logs.group("app", List.of("{\"a\":1}", "{\"a\":2}", "plain"));
        String id = start(query("fields a | filter a > 1").logGroupName("app"));
        GetQueryResultsResponse before = results(id);
        assertThat(before.status()).isEqualTo("Scheduled");
        assertThat(before.results()).isEmpty();
        logs.runAll();
        GetQueryResultsResponse after = results(id);
        assertThat(after.status()).isEqualTo("Complete");
        assertThat(after.queryLanguage()).isEqualTo("CWLI");
        assertThat(after.results()).hasSize(1);
        assertThat(value(requireNonNull(after.results()).get(0), "a")).isEqualTo("2");
        assertThat(requireNonNull(after.statistics()).recordsScanned()).isEqualTo(3.0);
        assertThat(requireNonNull(after.statistics()).recordsMatched()).isEqualTo(1.0);
        assertThat(requireNonNull(after.statistics()).bytesScanned()).isEqualTo(19.0);
        assertThat(requireNonNull(after.statistics()).logGroupsScanned()).isEqualTo(1.0);
    }

    @Test
    void readsTheSecondsOfBothEnds() {
        logs.group("app", List.of("one", "two", "three"));
        String id = start(StartQueryRequest.builder()
                .startTime(NOW - 1)
                .endTime(NOW)
                .queryString("stats count(*) as c")
                .logGroupNames(List.of("app")));
        logs.runAll();
        assertThat(value(rows(id).get(0), "c")).isEqualTo("2");
    }

    @Test
    void stopsWhatIsGoingOn() {
        logs.group("app", List.of("one"));
        String id = start(query("fields a").logGroupName("app"));
        StopQueryRequest stop = StopQueryRequest.builder().queryId(id).build();
        assertThat(logs.call(LogsService.STOP_QUERY, stop).success()).isTrue();
        logs.runAll();
        assertThat(results(id).status()).isEqualTo("Cancelled");
        assertThatThrownBy(() -> logs.call(LogsService.STOP_QUERY, stop))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("The specified query is not running.");
        assertThatThrownBy(() -> results("nobody")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void timesOutWhatHasGoneOnForAnHour() {
        logs.group("app", List.of("one"));
        String id = start(query("fields a").logGroupName("app"));
        logs.clock.advance(Duration.ofMinutes(60).minusMillis(1));
        assertThat(results(id).status()).isEqualTo("Scheduled");
        logs.clock.advance(Duration.ofMillis(1));
        assertThat(results(id).status()).isEqualTo("Timeout");
        logs.runAll();
        assertThat(results(id).status()).isEqualTo("Timeout");
        assertThat(results(id).results()).isEmpty();
    }

    @Test
    void leavesNoTimerBehindAQueryThatHasEnded() {
        logs.group("app", List.of("one"));
        start(query("fields a").logGroupName("app"));
        assertThat(logs.clock.timers()).isEqualTo(1);
        logs.runAll();
        assertThat(logs.clock.timers()).isZero();
    }

    @Test
    void keepsResultsForSevenDays() {
        logs.group("app", List.of("one"));
        String id = start(query("fields @message").logGroupName("app"));
        logs.runAll();
        logs.clock.advance(QueryHistory.KEPT.minusMillis(1));
        assertThat(results(id).results()).hasSize(1);
        logs.clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> results(id)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void describesQueriesAsAwsDoes() {
        logs.group("app", List.of());
        logs.group("other", List.of());
        start(query("fields @message").logGroupName("app"));
        logs.runAll();
        start(query("fields a").logGroupName("other"));
        List<QueryInfo> all = requireNonNull(logs.call(
                        LogsService.DESCRIBE_QUERIES,
                        DescribeQueriesRequest.builder().build())
                .queries());
        assertThat(all).extracting(QueryInfo::logGroupName).containsExactly("other", "app");
        assertThat(all).extracting(QueryInfo::status).containsExactly("Scheduled", "Complete");
        assertThat(all.get(1).queryString())
                .isEqualTo("SOURCE \"app\" START=" + (NOW - 60) + "000 END=" + NOW + "999 | fields @message");
        assertThat(logs.call(
                                LogsService.DESCRIBE_QUERIES,
                                DescribeQueriesRequest.builder()
                                        .logGroupName("app")
                                        .status("Complete")
                                        .build())
                        .queries())
                .hasSize(1);
    }

    @Test
    void tellsWhereAQueryIsMalformed() {
        logs.group("app", List.of());
        assertThatThrownBy(() -> start(query("fields a | nonsense").logGroupName("app")))
                .isInstanceOfSatisfying(MalformedQueryException.class, e -> {
                    assertThat(e).hasMessageStartingWith("mismatched input 'nonsense' expecting {");
                    assertThat(e)
                            .hasMessageEndingWith(
                                    "(Service: AWSLogs; Status Code: 400; Error Code: MalformedQueryException; Request"
                                            + " ID: request; Proxy: null)");
                    assertThat(location(e).startCharOffset()).isEqualTo(11);
                    assertThat(location(e).endCharOffset()).isEqualTo(19);
                });
    }

    private static QueryCompileErrorLocation location(MalformedQueryException e) {
        return requireNonNull(requireNonNull(e.queryCompileError()).location());
    }

    @Test
    void refusesWrongParameters() {
        logs.group("app", List.of());
        logs.group("rare", LogGroupClass.INFREQUENT_ACCESS);
        logs.group("delivery", LogGroupClass.DELIVERY);
        assertThatThrownBy(() -> start(query("fields a").logGroupName("none")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage(
                        "Log group 'none' does not exist for account ID '111122223333' (Service: AWSLogs; Status Code:"
                                + " 400; Error Code: ResourceNotFoundException; Request ID: request; Proxy: null)");
        assertInvalid(query("fields a"));
        assertInvalid(query("fields a").logGroupName("app").logGroupNames(List.of("app")));
        assertInvalid(query("SOURCE 'app' | fields a").logGroupName("app"));
        assertInvalid(query("fields a").logGroupName("app").startTime(NOW + 1));
        assertInvalid(query("fields a").logGroupName("app").queryLanguage("SQL"));
        assertInvalid(query("pattern @message").logGroupName("rare"));
        assertInvalid(query("fields a").logGroupName("delivery"));
        assertInvalid(query("fields a")
                .logGroupNames(IntStream.range(0, 51).mapToObj(i -> "g" + i).toList()));
    }

    private void assertInvalid(StartQueryRequest.Builder input) {
        assertThatThrownBy(() -> start(input)).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void readsManyGroupsAndThoseOfTheSource() {
        String arn = logs.group("app-1", List.of("a")).arn();
        logs.group("app-2", List.of("b"));
        logs.group("web", List.of("c"));
        String count = "stats count(*) as c";
        String byArn = start(query(count).logGroupIdentifiers(List.of(arn, "web")));
        String byPrefix = start(query("SOURCE logGroups(namePrefix: ['app']) | " + count));
        String byName = start(query("SOURCE 'web' | " + count));
        String all = start(query("SOURCE logGroups() | " + count));
        logs.runAll();
        assertThat(value(rows(byArn).get(0), "c")).isEqualTo("2");
        assertThat(value(rows(byPrefix).get(0), "c")).isEqualTo("2");
        assertThat(value(rows(byName).get(0), "c")).isEqualTo("1");
        assertThat(value(rows(all).get(0), "c")).isEqualTo("3");
    }

    @Test
    void pagesResultsAndObeysLimits() {
        logs.group(
                "app", IntStream.range(0, 25).mapToObj(i -> "{\"n\":" + i + "}").toList());
        String id = start(query("fields n").logGroupName("app").limit(15));
        logs.runAll();
        GetQueryResultsResponse first = page(id, null);
        assertThat(first.results()).hasSize(10);
        GetQueryResultsResponse second = page(id, first.nextToken());
        assertThat(second.results()).hasSize(5);
        assertThat(second.nextToken()).isNull();
        assertThat(value(second.results().get(0), "n")).isEqualTo("14");
        assertThatThrownBy(() -> page(id, "nonsense")).isInstanceOf(InvalidParameterException.class);
    }

    private GetQueryResultsResponse page(String id, @Nullable String token) {
        return logs.call(
                LogsService.GET_QUERY_RESULTS,
                GetQueryResultsRequest.builder()
                        .queryId(id)
                        .maxItems(10)
                        .nextToken(token)
                        .build());
    }

    @Test
    void bounds() {
        logs.group("app", List.of("x"));
        for (int i = 0; i < QueryHistory.CONCURRENT; i++) {
            start(query("fields a").logGroupName("app"));
        }
        assertThatThrownBy(() -> start(query("fields a").logGroupName("app")))
                .isInstanceOf(LimitExceededException.class);
        logs.runAll();
        assertThat(start(query("fields a").logGroupName("app"))).isNotEmpty();
    }

    @Test
    void leadsFromAPointerToTheRecord() {
        logs.group("app", List.of("{\"a\":{\"b\":[1,true]}}"));
        String id = start(query("fields @message").logGroupName("app"));
        logs.runAll();
        String pointer = value(rows(id).get(0), "@ptr");
        assertThat(logs.call(
                                LogsService.GET_LOG_RECORD,
                                GetLogRecordRequest.builder()
                                        .logRecordPointer(pointer)
                                        .build())
                        .logRecord())
                .containsEntry("@message", "{\"a\":{\"b\":[1,true]}}")
                .containsEntry("@timestamp", String.valueOf(InsightsFixture.NOW))
                .containsEntry("@logStream", "one")
                .containsEntry("@log", "111122223333:app")
                .containsEntry("a.b.0", "1")
                .containsEntry("a.b.1", "1");
        assertThatThrownBy(() -> logs.call(
                        LogsService.GET_LOG_RECORD,
                        GetLogRecordRequest.builder().logRecordPointer("x").build()))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> logs.call(
                        LogsService.GET_LOG_RECORD,
                        GetLogRecordRequest.builder()
                                .logRecordPointer("0".repeat(56))
                                .build()))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void discoversTheFieldsOfAGroup() {
        logs.group("app", List.of("{\"a\":1}", "{\"a\":2,\"b\":{\"c\":3}}", "plain", "[1]"));
        List<LogGroupField> fields = logs.call(
                        LogsService.GET_LOG_GROUP_FIELDS,
                        GetLogGroupFieldsRequest.builder().logGroupName("app").build())
                .logGroupFields();
        assertThat(fields)
                .extracting(field -> field.name() + " " + field.percent())
                .contains("@message 100", "@timestamp 100", "a 50", "b.c 25");
        assertThat(logs.call(
                                LogsService.GET_LOG_GROUP_FIELDS,
                                GetLogGroupFieldsRequest.builder()
                                        .logGroupName("app")
                                        .time(NOW - 3_600)
                                        .build())
                        .logGroupFields())
                .isEmpty();
    }

    @Test
    void forgets() {
        logs.group("app", List.of("x"));
        String id = start(query("fields a").logGroupName("app"));
        logs.insights.reset(InsightsFixture.ACCOUNT);
        logs.runAll();
        assertThatThrownBy(() -> results(id)).isInstanceOf(ResourceNotFoundException.class);
    }
}
