package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Command;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which command may follow which. */
final class CommandOrder {
    private static final int MOST_STATS = 2;

    private final List<Command> commands;

    CommandOrder(List<Command> commands) {
        this.commands = commands;
    }

    void check() throws QuerySyntaxException {
        checkAnomaly();
        int stats = 0;
        Command dedup = null;
        Command arranging = null;
        for (Command command : commands) {
            if (dedup != null && !(command instanceof Command.Limit)) {
                throw new QuerySyntaxException("only limit can follow dedup", command.span());
            }
            if (command instanceof Command.Dedup) {
                dedup = command;
            }
            if (stats > 0 && (command instanceof Command.Sort || command instanceof Command.Limit)) {
                arranging = arranging == null ? command : arranging;
            }
            if (command instanceof Command.Stats) {
                stats++;
                if (stats > MOST_STATS) {
                    throw new QuerySyntaxException("at most " + MOST_STATS + " stats commands", command.span());
                }
                if (arranging != null) {
                    throw new QuerySyntaxException(
                            "sort and limit must come after the last stats command", arranging.span());
                }
            }
            boolean ofEvents = command instanceof Command.Pattern
                    || command instanceof Command.Diff
                    || command instanceof Command.Unmask;
            if (ofEvents && stats > 0) {
                throw new QuerySyntaxException("pattern, diff and unmask cannot follow stats", command.span());
            }
        }
    }

    /** There is one at most, and what it judges are the patterns of events. */
    private void checkAnomaly() throws QuerySyntaxException {
        int patterns = 0;
        Command anomaly = null;
        for (Command command : commands) {
            if (command instanceof Command.Pattern) {
                patterns++;
            } else if (command instanceof Command.Stats) {
                patterns = 0;
            } else if (command instanceof Command.Anomaly) {
                if (anomaly != null) {
                    throw new QuerySyntaxException("at most one anomaly command", command.span());
                }
                if (patterns != 1) {
                    throw new QuerySyntaxException("anomaly must follow one pattern command", command.span());
                }
                anomaly = command;
            }
        }
        if (anomaly != null && against(commands) != null) {
            throw new QuerySyntaxException("anomaly and diff cannot be in one query", anomaly.span());
        }
    }

    /** What a query compares with, or {@code null}. */
    static Command.@Nullable Against against(List<Command> commands) throws QuerySyntaxException {
        Command.Diff found = null;
        for (Command command : commands) {
            if (command instanceof Command.Diff diff) {
                if (found != null) {
                    throw new QuerySyntaxException("at most one diff command", diff.span());
                }
                found = diff;
            }
            if (found != null && command instanceof Command.Stats) {
                throw new QuerySyntaxException("stats cannot follow diff", command.span());
            }
        }
        return found == null ? null : found.against();
    }

    /** How many rows of a sort can be wanted at most, by what follows it. */
    static int wanted(List<Command> rest) {
        for (Command command : rest) {
            if (command instanceof Command.Limit limit && !limit.last()) {
                return limit.count();
            }
            boolean oneForOne = command instanceof Command.Fields || command instanceof Command.Display;
            if (!oneForOne) {
                return Integer.MAX_VALUE;
            }
        }
        return QueryPlan.MOST_ROWS;
    }

    /** Whether the results of stats can depend on the order of events. */
    static boolean dependsOnOrder(Command.Stats stats) {
        for (Command.Column column : stats.columns()) {
            for (String name : List.of("earliest", "latest", "sortsfirst", "sortslast")) {
                if (ExpressionWalk.calls(column.expression(), name)) {
                    return true;
                }
            }
        }
        // Groups that are not by time come out in the order of their first events.
        return !stats.groups().isEmpty();
    }
}
