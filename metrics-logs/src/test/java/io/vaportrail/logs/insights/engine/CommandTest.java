package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.logs.insights.language.Query;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row by row: a query, and the rows that it gives. */
class CommandTest {
    private final Queries events = Queries.over(
            "{\"l\":\"INFO\",\"user\":\"ann\",\"ms\":5}",
            "{\"l\":\"ERROR\",\"user\":\"bob\",\"ms\":20}",
            "{\"l\":\"INFO\",\"user\":\"ann\",\"ms\":100}",
            "plain [WARN] user=cid ms=7");

    @Test
    void showsTimestampAndMessageUnlessToldOtherwiseTheNewestFirst() throws QuerySyntaxException {
        List<List<Cell>> rows = events.cells("filter ms = 5");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).extracting(Cell::field).containsExactly("@timestamp", "@message", "@ptr");
        assertThat(rows.get(0).get(2).value()).hasSize(56);
        assertThat(events.rows("")).hasSize(4).first().asString().contains("plain");
    }

    @Test
    void countsWhatItReads() throws QuerySyntaxException {
        events.cells("fields ms | filter l = 'INFO' | limit 1");
        assertThat(events.statistics().recordsScanned()).isEqualTo(4);
        assertThat(events.statistics().recordsMatched()).isEqualTo(2);
        assertThat(events.statistics().bytesScanned()).isEqualTo(32 + 34 + 34 + 26);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "fields user | filter l='INFO' => user=ann; user=ann",
                "parse @message /user=(?<@who>[a-z]+)/ | filter ispresent(@who) | display @who => @who=cid",
                "filter ms = 5 | fields jsonParse('{\"a\":[{\"b\":{\"c\":7}},[8]]}') as j"
                        + " | display j.a[0].b.c as x, j.a[1][0] as y, j[\"a\"][0].b.none as z => x=7 y=8",
                "filter user > 100 | display user => ",
                "filter user > 'ann' | display user => user=bob",
                "filter ms > 'x' or user <= 0 => ",
                "fields user | fields ms as m | filter l='ERROR' => user=bob m=20",
                "fields user, ms * 2 as twice | filter twice > 30 => user=ann twice=200; user=bob twice=40",
                "fields user | filter ms > 5 | filter ms < 50 => user=bob",
                "fields user | display l, ms | filter user='bob' => l=ERROR ms=20",
                "display l | display user | filter user='bob' => user=bob",
                "fields abs(0 - ms) | filter user='bob' => abs(0 - ms)=20",
                "fields user | sort ms asc => ; user=ann; user=bob; user=ann",
                "fields user, ms | filter ispresent(ms) | sort user asc, ms desc"
                        + " => user=ann ms=100; user=ann ms=5; user=bob ms=20",
                "fields ms | sort by ms desc | limit 2 => ms=100; ms=20",
                "fields ms | sort @timestamp asc | limit 2 => ms=5; ms=20",
                "fields ms | sort @timestamp desc | filter ispresent(ms) => ms=100; ms=20; ms=5",
                "fields ms | filter ispresent(ms) | limit 1 => ms=100",
                "fields ms | filter ispresent(ms) | head 1 => ms=100",
                "fields ms | filter ispresent(ms) | tail 1 => ms=5",
                "fields ms | filter ispresent(ms) | dedup user => ms=100; ms=20",
                "fields ms | sort @timestamp asc | dedup user | limit 5 => ms=5; ms=20; ",
                "fields ms | dedup l, user | limit 2 => ; ms=100",
                "filterIndex user = 'bob' | fields ms => ms=20",
                "FIELDS ms | FILTER user = 'bob' => ms=20",
                "fields `user` | filter `l` = 'ERROR' => user=bob",
                "fields ms as `how long` | filter user='bob' => how long=20",
                "fields jsonParse(@message) as j | display j.user, j['ms'] | filter j.ms = 20 => j.user=bob j['ms']=20",
                "parse @message \"plain [*] user=* ms=*\" as level, who, took | filter ispresent(who)"
                        + " | display level, who, took => level=WARN who=cid took=7",
                "parse @message /\\[(?<level>\\w+)\\] user=(?<who>\\S+)/ | filter level='WARN' | display who =>"
                        + " who=cid",
                "parse @message /\\[(\\w+)\\]/ as level | filter level='WARN' | display level => level=WARN",
                "parse '[*]' as level | filter level='WARN' | display level => level=WARN",
                "parse @message 'user=* ' as who | filter who='cid' | fields strlen(who) as n => who=cid n=3",
                "parse @message 'user=* ' as who | filter who='cid'"
                        + " => @timestamp=2026-11-18 10:40:03.000 @message=plain [WARN] user=cid ms=7 who=cid",
                "fields user | parse user 'a*' as rest | filter rest = 'nn' | limit 1 => user=ann rest=nn",
            })
    void givesTheRows(String query, String rows) throws QuerySyntaxException {
        assertThat(String.join("; ", events.rows(query)).strip()).as(query).isEqualTo(rows == null ? "" : rows.strip());
    }

    @Test
    void takesAsManyOperatorsAsThereMayBe() throws QuerySyntaxException {
        assertThat(Queries.valueOf("1" + "+1".repeat(1_000), "x")).isEqualTo("1001");
        assertThat(Queries.valueOf("1" + "^1".repeat(1_000), "x")).isEqualTo("1");
    }

    @Test
    void passesOverComments() throws QuerySyntaxException {
        assertThat(events.rows("# slow ones\nfields ms # what it took\n| filter user = 'bob' # only he"))
                .containsExactly("ms=20");
    }

    @Test
    void unnestsLists() throws QuerySyntaxException {
        Queries one = Queries.over("{\"list\":[\"a\",\"b\"],\"n\":1}");
        assertThat(one.rows("fields jsonParse(@message) as j | unnest j.list into e | display n, e"))
                .containsExactly("n=1 e=a", "n=1 e=b");
    }

    @Test
    void hidesWhatIsProtectedAndShowsItUnmasked() throws QuerySyntaxException {
        events.hiding("bob");
        assertThat(events.rows("fields user | filter ms = 20")).containsExactly("user=***");
        assertThat(events.rows("fields user, unmask(user) | filter ms = 20"))
                .containsExactly("user=*** unmask(user)=bob");
        assertThat(events.rows("fields ms | filter user = 'bob'")).isEmpty();
        assertThat(events.rows("fields ms | filter ms = 20 | unmask user")).containsExactly("ms=20 user=bob");
        assertThat(events.rows("filter ms = 20 | display @message"))
                .first()
                .asString()
                .contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields unmask(@message)",
                "display unmask(user)",
                "filter ms in [unmask(ms)]",
                "stats max(unmask(@message))",
                "stats count(*) by unmask(user)",
                "sort unmask(user)",
                "dedup unmask(user)",
                "parse unmask(@message) '*' as a",
                "unmask @message",
            })
    void knowsThatItUnmasks(String query) throws QuerySyntaxException {
        QueryPlan plan = QueryPlan.of(Query.parse(query), Queries.NOW, QueryPlan.ROWS, LookupTable.Source.NONE);
        assertThat(plan.unmasks()).isTrue();
        assertThat(plan.needsStandard()).isTrue();
        assertThat(QueryPlan.of(Query.parse("fields @message"), Queries.NOW, QueryPlan.ROWS, LookupTable.Source.NONE)
                        .unmasks())
                .isFalse();
    }

    @Test
    void findsPatterns() throws QuerySyntaxException {
        Queries logs = Queries.over(
                "ERROR took 15 ms for 10.0.0.1",
                "ERROR took 3 ms for 10.0.0.2",
                "INFO started",
                "ERROR took 8 ms for 10.9.0.2");
        assertThat(logs.rows("pattern @message"))
                .containsExactly(
                        "@pattern=ERROR took <Number-1> ms for <IPAddress-2> @ratio=0.75 @sampleCount=3"
                                + " @severityLabel=ERROR",
                        "@pattern=INFO started @ratio=0.25 @sampleCount=1 @severityLabel=INFO");
        assertThat(logs.rows("pattern @message | filter @sampleCount > 1 | display @sampleCount"))
                .containsExactly("@sampleCount=3");
    }

    @Test
    void comparesWithAnEarlierTime() throws QuerySyntaxException {
        long day = 86_400_000;
        Queries logs =
                Queries.over("ERROR 1", "ERROR 2", "INFO new").addAt(Queries.START - day, "ERROR 3", "INFO gone");
        List<String> rows = logs.rows("diff previousDay | display @pattern, @differenceCount, @differenceDescription");
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "@pattern=ERROR <Number-1> @differenceCount=1 @differenceDescription=INCREASED",
                        "@pattern=INFO new @differenceCount=1 @differenceDescription=NEW",
                        "@pattern=INFO gone @differenceCount=-1 @differenceDescription=GONE");
        assertThat(logs.rows("pattern @message | diff previousDay")).hasSize(3);
        assertThat(logs.rows("diff previousDay | pattern @message | limit 1")).hasSize(1);
        assertThat(logs.rows("pattern @message | diff previousWeek | filter @differenceDescription = 'NEW'"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "dedup user | sort ms => only limit can follow dedup => 13 => 17",
                "fields ms as m | fields ms as m => Ephemeral field is already defined: m => 24 => 26",
                "stats count(*) | stats max(user) | stats min(x) => at most 2 stats commands => 35 => 40",
                "stats count(*) as c | sort c | stats max(c) => sort and limit must come after the last stats command"
                        + " => 22 => 26",
                "stats count(*) by l | filter user='x' => Unknown symbols found in or after stats: user => 29 => 33",
                "stats ms => Unknown symbols found in or after stats: ms => 6 => 8",
                "stats pct(ms, 101) => invalid percentile (expected: a number from 0 to 100) => 14 => 17",
                "stats sum(*) => invalid arguments for function sum (expected: 1) => 6 => 12",
                "stats count(*) | pattern @message => pattern, diff and unmask cannot follow stats => 17 => 24",
                "diff | stats count(*) => stats cannot follow diff => 7 => 12",
                "anomaly => anomaly must follow one pattern command => 0 => 7",
                "fields ms | anomaly => anomaly must follow one pattern command => 12 => 19",
                "anomaly | pattern @message => anomaly must follow one pattern command => 0 => 7",
                "pattern @message | stats count(*) | anomaly => anomaly must follow one pattern command => 36 => 43",
                "pattern @message | pattern @pattern | anomaly => anomaly must follow one pattern command => 38 => 45",
                "pattern @message | anomaly | anomaly => at most one anomaly command => 29 => 36",
                "pattern @message | diff | anomaly => anomaly and diff cannot be in one query => 26 => 33",
                "pattern @message | fields 1 as @priority | anomaly => Ephemeral field is already defined: @priority"
                        + " => 43 => 50",
                "pattern @message | anomaly | sort @message => Unknown symbols found in or after stats: @message"
                        + " => 34 => 42",
            })
    void isRefusedWithThePlace(String query, String message, int start, int end) {
        assertThatThrownBy(() -> events.rows(query)).isInstanceOfSatisfying(QuerySyntaxException.class, e -> {
            assertThat(e).hasMessage(message);
            assertThat(e.span().start()).isEqualTo(start);
            assertThat(e.span().end()).isEqualTo(end);
        });
    }
}
