package io.vaportrail.logs.insights.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that is well written; whether it makes sense shows when it is made ready to run.
 *
 * @param source which log groups it names itself, or {@code null}
 * @param commands what it does, in order
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html">CloudWatch Logs Insights language
 *     query syntax</a>
 */
public record Query(Command.@Nullable Source source, List<Command> commands) {
    /**
     * Reads a query.
     *
     * @throws QuerySyntaxException when it is none
     */
    public static Query parse(String text) throws QuerySyntaxException {
        return new QueryParser(text).query();
    }
}
