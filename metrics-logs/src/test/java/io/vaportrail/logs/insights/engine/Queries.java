package io.vaportrail.logs.insights.engine;

import io.vaportrail.core.state.StateLog;
import io.vaportrail.logs.insights.language.Query;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import io.vaportrail.logs.store.EventMemory;
import io.vaportrail.logs.store.GroupSettings;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.LogGroupClass;
import io.vaportrail.support.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** A log group with events a second apart, and queries over it. */
final class Queries {
    /** 2026-11-18 10:40:00.000. */
    static final long START = 1_794_998_400_000L;

    static final long NOW = START + 3_600_000;

    private final LogStore store = new LogStore(new EventMemory(1L << 30), Surroundings.stillClock(NOW), StateLog.NONE);
    private final LogGroup group;
    private final LogStream stream;
    private String secret = "";
    private LookupTable.Source tables = LookupTable.Source.NONE;
    private QueryMemory memory = new QueryMemory(Long.MAX_VALUE);
    private int count;
    private RunStatistics statistics = new RunStatistics();

    private Queries(String groupName) {
        group = store.create(
                LogArn.group("us-east-1", "111122223333", groupName),
                LogGroupClass.STANDARD,
                new GroupSettings(null, null, Map.of(), false));
        stream = store.createStream(group, "one");
    }

    static Queries over(String... messages) {
        return ofGroup("app", messages);
    }

    static Queries ofGroup(String groupName, String... messages) {
        Queries queries = new Queries(groupName);
        queries.addAt(START, messages);
        return queries;
    }

    Queries addAt(long millis, String... messages) {
        List<LogStream.Incoming> events = new ArrayList<>();
        long time = millis;
        for (String message : messages) {
            events.add(new LogStream.Incoming(time, message, message.getBytes(StandardCharsets.UTF_8)));
            time += 1000;
            count++;
        }
        store.append(stream, events, NOW);
        return this;
    }

    Queries hiding(String text) {
        secret = text;
        return this;
    }

    Queries with(LookupTable.Source source) {
        tables = source;
        return this;
    }

    Queries within(QueryMemory less) {
        memory = less;
        return this;
    }

    int count() {
        return count;
    }

    RunStatistics statistics() {
        return statistics;
    }

    List<List<Cell>> cells(String text) throws QuerySyntaxException {
        return cells(text, QueryPlan.ROWS);
    }

    List<List<Cell>> cells(String text, int limit) throws QuerySyntaxException {
        Masking masking = new Masking() {
            @Override
            public boolean protects(LogGroup one) {
                return !secret.isEmpty();
            }

            @Override
            public String masked(LogGroup one, long ingestionMillis, String message) {
                return message.replace(secret, "*".repeat(secret.length()));
            }
        };
        QueryPlan plan = QueryPlan.of(Query.parse(text), NOW, limit, tables);
        QueryRun run = new QueryRun(plan, store, Map.of(group, Long.MIN_VALUE), masking, memory, () -> false);
        List<List<Cell>> rows = run.rows(START, NOW + 1);
        statistics = run.statistics();
        return Objects.requireNonNull(rows);
    }

    /** The rows without pointers, as {@code name=value name=value}. */
    List<String> rows(String text) throws QuerySyntaxException {
        List<String> rows = new ArrayList<>();
        for (List<Cell> cells : cells(text)) {
            StringJoiner row = new StringJoiner(" ");
            for (Cell cell : cells) {
                if (!cell.field().equals("@ptr")) {
                    row.add(cell.field() + "=" + cell.value());
                }
            }
            rows.add(row.toString());
        }
        return rows;
    }

    /** The value of the one row's column {@code x}, or {@code null}. */
    static String valueOf(String expression, String message) throws QuerySyntaxException {
        for (Cell cell : over(message).cells("fields " + expression + " as x").get(0)) {
            if (cell.field().equals("x")) {
                return cell.value();
            }
        }
        return "nothing";
    }
}
