package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FieldIndex;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupField;
import software.amazon.awssdk.services.cloudwatchlogs.model.MalformedQueryException;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyType;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryInfo;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryLanguage;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** Logs Insights, as a client polls for it. */
class InsightsTest extends LogsTest {
    private long start;

    @BeforeEach
    void fill() {
        groupAndStream();
        start = now() / 1000 * 1000;
        put(
                event(
                        start - 4_000,
                        "{\"level\":\"INFO\",\"user\":\"ann\",\"ms\":5,\"ip\":\"10.0.0.1\",\"tags\":[\"a\",\"b\"]}"),
                event(start - 3_000, "{\"level\":\"ERROR\",\"user\":\"bob\",\"ms\":20,\"ip\":\"10.0.0.2\"}"),
                event(start - 2_000, "{\"level\":\"INFO\",\"user\":\"ann\",\"ms\":100,\"ip\":\"fe80::1\"}"),
                event(start - 1_000, "plain [WARN] user=cid took=7"));
    }

    private String start(String query) {
        return start(query, 60);
    }

    private String start(String query, int seconds) {
        return logs.startQuery(r -> r.logGroupName(GROUP)
                        .startTime(start / 1000 - seconds)
                        .endTime(start / 1000)
                        .queryString(query))
                .queryId();
    }

    private GetQueryResultsResponse results(String id) {
        Deadline deadline = Deadline.soon();
        while (true) {
            GetQueryResultsResponse results = logs.getQueryResults(r -> r.queryId(id));
            if (results.status() != QueryStatus.SCHEDULED && results.status() != QueryStatus.RUNNING) {
                return results;
            }
            deadline.check("query: " + results.status() + " (expected: to end)");
        }
    }

    private GetQueryResultsResponse query(String text) {
        return query(text, 60);
    }

    private GetQueryResultsResponse query(String text, int seconds) {
        GetQueryResultsResponse results = results(start(text, seconds));
        assertThat(results.status()).as(text).isEqualTo(QueryStatus.COMPLETE);
        return results;
    }

    private static String shown(List<List<ResultField>> rows) {
        List<String> shown = new ArrayList<>();
        for (List<ResultField> fields : rows) {
            StringJoiner row = new StringJoiner(" ");
            for (ResultField field : fields) {
                if (!field.field().equals("@ptr")) {
                    row.add(field.field() + "=" + field.value());
                }
            }
            shown.add(row.toString());
        }
        return String.join("; ", shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                // commands
                "fields user, ms * 2 as twice | filter twice > 100 => user=ann twice=200",
                "fields ms | display level | filter level = 'ERROR' => level=ERROR",
                "filter level in ['ERROR'] and user like /b.b/ | display user => user=bob",
                "stats count(*) as n, avg(ms) as mean by level | sort n desc | limit 1 => level=INFO n=2 mean=52.5",
                "stats sum(ms) as s by user | stats max(s) as most => most=105",
                "fields ms | sort ms desc | limit 2 => ms=100; ms=20",
                "parse @message 'user=* took=*' as who, took | filter took = 7 | display who => who=cid",
                "parse @message /\\[(?<how>[A-Z]+)\\]/ | filter ispresent(how) | display how => how=WARN",
                "filter ispresent(user) | display user, ms | sort ms asc | dedup user => user=ann ms=5; user=bob ms=20",
                "filter ms = 5 | fields jsonParse(@message) as j | unnest j.tags into tag | display tag => tag=a; tag=b",
                "filter level = 'ERROR' | display unmask(user) => unmask(user)=bob",
                "filter level = 'ERROR' | fields ms | unmask user => ms=20 user=bob",
                // functions
                "stats min(ms) as a, max(ms) as b, sum(ms) as c, count_distinct(user) as d => a=5 b=100 c=125 d=2",
                "stats pct(ms, 50) as p, stddev(ms) as s => p=20 s=51.0718",
                "stats earliest(user) as a, latest(ms) as b, sortsFirst(user) as c, sortsLast(user) as d"
                        + " => a=ann b=100 c=ann d=bob",
                "stats count(*) as n by bin(1d) as day | display n => n=4",
                "filter ms = 20 | display abs(-ms), ceil(ms / 3), floor(ms / 3), sqrt(ms + 5), log(1)"
                        + " => abs(-ms)=20 ceil(ms / 3)=7 floor(ms / 3)=6 sqrt(ms + 5)=5 log(1)=0",
                "filter ms = 20 | display greatest(ms, 3) as g, least(ms, 3) as l, 7 % 4 as m, 2 ^ 3 as p"
                        + " => g=20 l=3 m=3 p=8",
                "filter ms = 20 | display toMillis(fromMillis(1000)) as t, datefloor(@timestamp, 1d) < @timestamp as f"
                        + " => t=1000 f=1",
                "filter ms = 20 | display coalesce(none, user) as c, isempty(none) as e, isblank(user) as b"
                        + " => c=bob e=1 b=0",
                "filter ms = 20 | display concat(user, '!') as a, strlen(user) as b, toupper(user) as c,"
                        + " tolower(level) as d => a=bob! b=3 c=BOB d=error",
                "filter ms = 20 | display trim(' x ') as a, ltrim(' x') as b, rtrim('x ') as c, substr(user, 1) as d,"
                        + " replace(user, 'b', 'r') as e, strcontains(user, 'o') as f => a=x b=x c=x d=ob e=ror f=1",
                "filter isIpv4InSubnet(ip, '10.0.0.0/31') | display isValidIp(ip) as v, isValidIpV6(ip) as s => v=1 s=0",
                "filter isIpv6InSubnet(ip, 'fe80::/16') and isIpInSubnet(ip, 'fe80::/8') | display isValidIpV4(ip) as v"
                        + " => v=0",
                "filter ms = 5 | fields jsonParse(@message) as j | display jsonStringify(j.tags) as t => t=[\"a\",\"b\"]",
                // fields
                "filter ms = 5 | display tags.1, @logStream, @log => tags.1=b @logStream=one @log=000000000000:/app/web",
            })
    void answers(String query, String rows) {
        assertThat(shown(query(query).results())).as(query).isEqualTo(rows);
    }

    @Test
    void showsTimeMessageAndPointerTheNewestFirstAndWhatItCost() {
        GetQueryResultsResponse results = query("filter ispresent(ms)");

        assertThat(results.results()).hasSize(3);
        assertThat(results.results().get(0))
                .extracting(ResultField::field)
                .containsExactly("@timestamp", "@message", "@ptr");
        assertThat(results.results().get(0).get(1).value()).contains("fe80::1");
        assertThat(results.queryLanguage()).isEqualTo(QueryLanguage.CWLI);
        assertThat(results.statistics().recordsScanned()).isEqualTo(4.0);
        assertThat(results.statistics().recordsMatched()).isEqualTo(3.0);
        assertThat(results.statistics().bytesScanned()).isGreaterThan(100.0);
        assertThat(results.statistics().logGroupsScanned()).isEqualTo(1.0);
        assertThat(results.statistics().estimatedRecordsSkipped()).isZero();
    }

    @Test
    void leadsFromAPointerToTheWholeRecord() {
        String pointer = query("filter ms = 5").results().get(0).get(2).value();

        assertThat(logs.getLogRecord(r -> r.logRecordPointer(pointer)).logRecord())
                .containsEntry("user", "ann")
                .containsEntry("tags.0", "a")
                .containsEntry("@logStream", STREAM)
                .containsEntry("@timestamp", String.valueOf(start - 4_000));
        assertInvalid(
                "The specified log record pointer is not valid.",
                () -> logs.getLogRecord(r -> r.logRecordPointer("nonsense")));
    }

    @Test
    void tellsTheFieldsOfAGroupTheMostFrequentFirst() {
        List<LogGroupField> fields =
                logs.getLogGroupFields(r -> r.logGroupName(GROUP)).logGroupFields();

        assertThat(fields)
                .extracting(field -> field.name() + " " + field.percent())
                .contains("@message 100", "user 75", "tags.0 25");
        assertThat(fields).extracting(LogGroupField::percent).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    }

    @Test
    void findsPatternsAndWhatIsNew() {
        putNow("took 5 ms", "took 7 ms", "took 9 ms");
        emulator.advance(Duration.ofDays(1));
        start = now() / 1000 * 1000;
        putNow("took 8 ms", "all is new");
        emulator.advanceSeconds(1);
        start = now() / 1000 * 1000;

        assertThat(shown(query("filter @message like 'took' | pattern @message | display @pattern, @sampleCount")
                        .results()))
                .isEqualTo("@pattern=took <Number-1> ms @sampleCount=1");
        assertThat(shown(query("diff previousDay | filter @differenceDescription = 'NEW' | display @pattern")
                        .results()))
                .isEqualTo("@pattern=all is new");
    }

    @Test
    void findsWhatIsUnusualAboutPatterns() {
        List<InputLogEvent> events = new ArrayList<>();
        for (int minute = 60; minute > 1; minute--) {
            long time = start - minute * 60_000L;
            IntStream.range(0, 10).forEach(i -> events.add(event(time + i, "INFO took " + (i + 7) + " ms")));
            if (minute < 5) {
                events.add(event(time + 20, "ERROR out of memory in worker 5"));
            }
        }
        logs.putLogEvents(r -> r.logGroupName(GROUP).logStreamName(STREAM).logEvents(events));

        List<List<ResultField>> rows = query(
                        "filter @message like /took [0-9]|worker/ | pattern @message | anomaly | sort @timestamp desc",
                        3_600)
                .results();

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .extracting(ResultField::field)
                .containsExactly(
                        "@pattern",
                        "@ratio",
                        "@sampleCount",
                        "@severityLabel",
                        "@description",
                        "@anomalyLogSamples",
                        "@priority",
                        "@priorityScore",
                        "@patternString");
        assertThat(shown(rows))
                .startsWith("@pattern=ERROR out of memory in worker <Number-1> ")
                .contains("@sampleCount=3 @severityLabel=ERROR @description=New pattern, first seen at ")
                .contains("\"message\":\"ERROR out of memory in worker 5\"")
                .endsWith("@priority=HIGH @priorityScore=0.55 @patternString=ERROR out of memory in worker <*>");
        assertThat(query("pattern @message | anomaly | filter @priority = 'LOW' | stats count(*) as n", 3_600)
                        .results()
                        .get(0)
                        .get(0)
                        .value())
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "fields user | nonsense => 14 => 22",
                "filter user = => 13 => 13",
                "fields nope(user) => 7 => 17",
                "filter @message like /(/ => 21 => 24",
                "stats count(*) by user | stats max(x) => 35 => 36",
                "fields @message | anomaly => 18 => 25",
                "pattern @message | anomaly threshold=3 => 27 => 36",
                "fields user | lookup people id as user OUTPUT name => 21 => 27",
                "fields user | join type=inner left=a right=b where a.x=b.x (SOURCE 'y') => 14 => 18",
                "filter user in (SOURCE 'x' | fields user) => 15 => 16",
            })
    void refusesWhatItCannotDoWithThePlace(String query, int from, int to) {
        MalformedQueryException refused = catchThrowableOfType(MalformedQueryException.class, () -> start(query));

        assertThat(refused).as(query).isNotNull();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.queryCompileError().message()).as(query).isNotBlank();
        assertThat(refused.queryCompileError().location().startCharOffset())
                .as(query)
                .isEqualTo(from);
        assertThat(refused.queryCompileError().location().endCharOffset())
                .as(query)
                .isEqualTo(to);
        assertThat(refused.awsErrorDetails().errorMessage())
                .endsWith("(Service: AWSLogs; Status Code: 400; Error Code: MalformedQueryException; Request ID: "
                        + refused.requestId() + "; Proxy: null)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQL", "PPL"})
    void refusesOtherLanguages(String language) {
        assertInvalid(
                "The query language " + language + " is not supported. Use CWLI.",
                () -> logs.startQuery(r -> r.queryLanguage(language)
                        .logGroupName(GROUP)
                        .startTime(0L)
                        .endTime(1L)
                        .queryString("SELECT * FROM `" + GROUP + "`")));
    }

    @Test
    void refusesGroupsThatAreNotThereOrTooMany() {
        AwsError refused = AwsError.of(() -> logs.startQuery(
                r -> r.logGroupName("none").startTime(0L).endTime(1L).queryString("fields a")));
        assertThat(refused.code()).isEqualTo("ResourceNotFoundException");
        assertThat(refused.message())
                .matches(
                        "Log group 'none' does not exist for account ID '000000000000' \\(Service: AWSLogs; Status Code:"
                                + " 400; Error Code: ResourceNotFoundException; Request ID: [0-9a-f-]{36}; Proxy: null\\)");
        List<String> names = IntStream.range(0, 51).mapToObj(i -> "g" + i).toList();
        names.forEach(this::group);
        assertThat(AwsError.of(() -> logs.startQuery(r ->
                                r.logGroupNames(names).startTime(0L).endTime(1L).queryString("fields a")))
                        .code())
                .isEqualTo("InvalidParameterException");
        assertThat(logs.startQuery(r -> r.logGroupNames(names.subList(0, 50))
                                .startTime(0L)
                                .endTime(1L)
                                .queryString("fields a"))
                        .queryId())
                .isNotBlank();
    }

    @Test
    void readsGroupsOfInfrequentAccessButFindsNoPatternsThere() {
        logs.createLogGroup(r -> r.logGroupName("rare").logGroupClass(LogGroupClass.INFREQUENT_ACCESS));
        stream("rare", STREAM);
        logs.putLogEvents(
                r -> r.logGroupName("rare").logStreamName(STREAM).logEvents(event(start, "hidden otherwise")));

        String id = logs.startQuery(r -> r.queryString("SOURCE 'rare' | fields @message")
                        .startTime(start / 1000)
                        .endTime(start / 1000))
                .queryId();
        assertThat(shown(results(id).results())).isEqualTo("@message=hidden otherwise");
        for (String query : List.of("pattern @message", "filterIndex a = 1", "display unmask(a)", "diff")) {
            assertThat(AwsError.of(() -> logs.startQuery(r -> r.logGroupName("rare")
                                    .queryString(query)
                                    .startTime(0L)
                                    .endTime(1L)))
                            .code())
                    .as(query)
                    .isEqualTo("InvalidParameterException");
        }
    }

    @Test
    void describesQueriesAndKeepsThemForSevenDays() {
        String id = start("fields @message");
        results(id);
        emulator.advanceSeconds(1);
        results(start("stats count(*)"));

        List<QueryInfo> queries =
                logs.describeQueries(r -> r.logGroupName(GROUP).maxResults(1)).queries();
        assertThat(queries).hasSize(1);
        assertThat(queries.get(0).queryString())
                .isEqualTo("SOURCE \"" + GROUP + "\" START=" + (start / 1000 - 60) + "000 END=" + start / 1000
                        + "999 | stats count(*)");
        assertThat(queries.get(0).status()).isEqualTo(QueryStatus.COMPLETE);
        assertThat(logs.describeQueries(r -> r.status(QueryStatus.RUNNING)).queries())
                .isEmpty();
        DescribeQueriesResponse first = logs.describeQueries(r -> r.maxResults(1));
        assertThat(logs.describeQueries(r -> r.maxResults(1).nextToken(first.nextToken()))
                        .queries())
                .extracting(QueryInfo::queryId)
                .containsExactly(id);

        emulator.advance(Duration.ofDays(7).minusSeconds(2));
        assertThat(results(id).results()).hasSize(4);
        emulator.advanceSeconds(1);
        assertThat(AwsError.of(() -> results(id)).code()).isEqualTo("ResourceNotFoundException");
        assertThat(logs.describeQueries(r -> {}).queries()).hasSize(1);
    }

    @Test
    void cannotStopWhatHasEnded() {
        String id = start("fields @message");
        results(id);

        assertInvalid("The specified query is not running.", () -> logs.stopQuery(r -> r.queryId(id)));
        assertThat(AwsError.of(() -> logs.stopQuery(r -> r.queryId("nobody"))).code())
                .isEqualTo("ResourceNotFoundException");
    }

    private String countIndexed(String condition) {
        return shown(
                query("filterIndex " + condition + " | stats count(*) as n").results());
    }

    @Test
    void readsByIndexWhatCameInSinceThereIsOne() {
        assertThat(countIndexed("user = 'ann'")).isEqualTo("n=0");
        emulator.advanceSeconds(1);
        logs.putIndexPolicy(r -> r.logGroupIdentifier(GROUP).policyDocument("{\"Fields\":[\"user\",\"ms\"]}"));
        emulator.advanceSeconds(1);
        start = now() / 1000 * 1000;
        put(event(start, "{\"user\":\"ann\",\"ms\":1}"), event(start, "{\"user\":\"bob\"}"));
        emulator.advanceSeconds(1);

        assertThat(countIndexed("user = 'ann'")).isEqualTo("n=1");
        assertThat(countIndexed("user in ['ann', 'bob']")).isEqualTo("n=2");
        assertThat(countIndexed("level = 'INFO'")).isEqualTo("n=0");
        assertThat(countIndexed("@logStream = 'one'")).isEqualTo("n=6");
        // A field that stays keeps its index, another loses it.
        logs.putIndexPolicy(r -> r.logGroupIdentifier(GROUP).policyDocument("{\"Fields\":[\"user\"]}"));
        assertThat(countIndexed("user = 'ann'")).isEqualTo("n=1");
        assertThat(countIndexed("ms = 1")).isEqualTo("n=0");
    }

    @Test
    void describesFieldIndexes() {
        emulator.advanceSeconds(1);
        logs.putIndexPolicy(r -> r.logGroupIdentifier(GROUP).policyDocument("{\"Fields\":[\"user\",\"none\"]}"));
        emulator.advanceSeconds(1);
        putNow("{\"user\":\"ann\"}", "plain");

        List<FieldIndex> indexes =
                logs.describeFieldIndexes(r -> r.logGroupIdentifiers(GROUP)).fieldIndexes();
        assertThat(indexes).extracting(FieldIndex::fieldIndexName).containsExactly("none", "user");
        assertThat(indexes.get(0).firstEventTime()).isNull();
        assertThat(indexes.get(1).firstEventTime()).isEqualTo(now());
        assertThat(indexes.get(1).lastEventTime()).isEqualTo(now());
        assertThat(indexes.get(1).logGroupIdentifier()).isEqualTo(groupArn(GROUP));
    }

    @Test
    void takesThePolicyOfTheGroupBeforeThatOfTheAccount() {
        logs.putAccountPolicy(r ->
                r.policyName("all").policyType(PolicyType.FIELD_INDEX_POLICY).policyDocument("{\"Fields\":[\"ms\"]}"));
        assertThat(logs.describeIndexPolicies(r -> r.logGroupIdentifiers(GROUP)).indexPolicies())
                .extracting(policy -> policy.sourceAsString() + " " + policy.policyName())
                .containsExactly("ACCOUNT all");
        logs.putIndexPolicy(r -> r.logGroupIdentifier(GROUP).policyDocument("{\"Fields\":[\"user\"]}"));
        assertThat(logs.describeIndexPolicies(r -> r.logGroupIdentifiers(GROUP)).indexPolicies())
                .extracting(
                        policy -> policy.sourceAsString() + " " + policy.policyName() + " " + policy.policyDocument())
                .containsExactly("LOG_GROUP null {\"Fields\":[\"user\"]}");
        logs.deleteIndexPolicy(r -> r.logGroupIdentifier(GROUP));
        logs.deleteAccountPolicy(r -> r.policyName("all").policyType(PolicyType.FIELD_INDEX_POLICY));
        assertThat(logs.describeIndexPolicies(r -> r.logGroupIdentifiers(GROUP)).indexPolicies())
                .isEmpty();
        assertThat(AwsError.of(() -> logs.deleteIndexPolicy(r -> r.logGroupIdentifier(GROUP)))
                        .code())
                .isEqualTo("ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", "{\"Fields\":[]}", "{\"Fields\":[1]}", "{\"Other\":[\"a\"]}"})
    void refusesWhatIsNoIndexPolicy(String document) {
        assertThat(AwsError.of(() -> logs.putIndexPolicy(
                                r -> r.logGroupIdentifier(GROUP).policyDocument(document)))
                        .code())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void takesTwentyIndexedFields() {
        String fields = IntStream.range(0, 20).mapToObj(i -> "\"f" + i + "\"").collect(Collectors.joining(","));
        logs.putIndexPolicy(r -> r.logGroupIdentifier(GROUP).policyDocument("{\"Fields\":[" + fields + "]}"));
        assertThat(AwsError.of(() -> logs.putIndexPolicy(
                                r -> r.logGroupIdentifier(GROUP).policyDocument("{\"Fields\":[" + fields + ",\"g\"]}")))
                        .code())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void tellsWhichGroupsAQueryRead() {
        group("other");
        String id = logs.startQuery(r -> r.logGroupNames(GROUP, "other")
                        .startTime(0L)
                        .endTime(1L)
                        .queryString("fields a"))
                .queryId();
        assertThat(logs.listLogGroupsForQuery(r -> r.queryId(id)).logGroupIdentifiers())
                .containsExactly(GROUP, "other");
    }
}
