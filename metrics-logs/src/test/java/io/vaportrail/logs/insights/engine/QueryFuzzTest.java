package io.vaportrail.logs.insights.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a query is made of, it is refused with a place or it gives rows. */
class QueryFuzzTest {
    private static final int QUERIES = 4_000;

    private static final String[] PIECES = {
        "fields",
        "display",
        "filter",
        "filterIndex",
        "stats",
        "sort",
        "limit",
        "parse",
        "dedup",
        "pattern",
        "anomaly",
        "diff",
        "unmask",
        "unnest",
        "lookup",
        "SOURCE",
        "tail",
        "head",
        "by",
        "as",
        "asc",
        "desc",
        "and",
        "or",
        "not",
        "in",
        "like",
        "into",
        "OUTPUT",
        "previousDay",
        "count(*)",
        "avg(ms)",
        "pct(ms, 95)",
        "count_distinct(user)",
        "bin(5m)",
        "latest(ms)",
        "sortsFirst(user)",
        "datefloor(@timestamp, 1mo)",
        "fromMillis(ms)",
        "jsonParse(@message)",
        "now()",
        "strlen(",
        "substr(user, ms, 1e9)",
        "replace(user, 'a', '')",
        "concat(",
        "isIpInSubnet(user, '10.0.0.0/8')",
        "coalesce(",
        "if(",
        "ms",
        "user",
        "list",
        "list.0",
        "@message",
        "@timestamp",
        "@ptr",
        "`odd name`",
        "a",
        "b",
        "7",
        "-1",
        "1e308",
        "0.5",
        "5m",
        "100000",
        "'x*y*'",
        "\"*\"",
        "/(?<a>[a-z]+)/",
        "/((a+)+)+$/",
        "'10.0.0.1'",
        "*",
        "(",
        ")",
        "[",
        "]",
        ",",
        "|",
        "=",
        "!=",
        "<",
        ">=",
        "=~",
        "+",
        "-",
        "/",
        "%",
        "^",
        "# note\n",
        "\u2603",
        "'",
        "`",
    };

    /** Commands that make sense one by one, so that many a query runs. */
    private static final String[] COMMANDS = {
        "fields ms, user as who",
        "fields ms * 2 as twice, jsonParse(@message) as j",
        "display user, ms",
        "filter ms > 1 or user like /a/",
        "filter not ispresent(ms)",
        "stats count(*) as n, max(ms) as m by user",
        "stats sum(ms), stddev(ms), earliest(user) by bin(1h)",
        "stats sum(n) by m",
        "sort ms desc, user",
        "sort @timestamp asc",
        "limit 2",
        "tail 1",
        "parse @message '\"*\":*' as k, v",
        "parse /(?<word>[a-z]+)/",
        "dedup user",
        "pattern @message",
        "pattern @message | anomaly",
        "anomaly",
        "diff previousWeek",
        "unmask user",
        "unnest list into one",
        "unnest j.list into two",
        "filter who = 'ann' and k != v",
    };

    private final Queries events = Queries.over(
            "{\"user\":\"ann\",\"ms\":5,\"list\":[1,{\"a\":\"b\"}]}",
            "{\"user\":\"bob\",\"ms\":-1e300,\"list\":\"none\"}",
            "plain text of 10.0.0.1 at 2026-11-18T10:40:00Z",
            "{\"user\":null,\"ms\":\"many\",\"odd name\":\"\u2603\"}",
            "{broken");

    @Test
    void refusesOrRunsAnyPieces() {
        Random random = new Random(17);
        for (int i = 0; i < QUERIES; i++) {
            int count = 1 + random.nextInt(12);
            List<String> pieces = new ArrayList<>();
            for (int p = 0; p < count; p++) {
                pieces.add(PIECES[random.nextInt(PIECES.length)]);
            }
            run(String.join(random.nextBoolean() ? " " : "", pieces));
        }
    }

    @Test
    void runsManyACombinationOfCommands() {
        Random random = new Random(23);
        int ran = 0;
        for (int i = 0; i < QUERIES; i++) {
            int count = 1 + random.nextInt(5);
            List<String> commands = new ArrayList<>();
            for (int c = 0; c < count; c++) {
                commands.add(COMMANDS[random.nextInt(COMMANDS.length)]);
            }
            ran += run(String.join(" | ", commands)) ? 1 : 0;
        }
        assertThat(ran).as("queries that ran").isGreaterThan(QUERIES / 10);
    }

    /** Whether it ran; a refusal points into the query. */
    private boolean run(String query) {
        try {
            List<List<Cell>> rows = events.cells(query);
            assertThat(rows.size()).as(query).isLessThanOrEqualTo(100);
            return true;
        } catch (QuerySyntaxException e) {
            assertThat(e.span().start()).as(query).isBetween(0, query.length());
            assertThat(e.span().end()).as(query).isBetween(e.span().start(), query.length());
            return false;
        } catch (RuntimeException e) {
            return fail(query, e);
        }
    }
}
