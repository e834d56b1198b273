package io.vaportrail.logs.insights.language;

import io.vaportrail.logs.insights.regex.QueryRegex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a query. */
public sealed interface Command {
    /** Where its name stands. */
    Span span();

    /**
     * An expression with the name of its column.
     *
     * @param name the alias, or the expression as it is written
     * @param aliased whether there is an alias
     */
    record Column(String name, boolean aliased, Expression expression) {}

    /** {@code fields}: columns that are added. */
    record Fields(List<Column> columns, Span span) implements Command {}

    /** {@code display}: the columns that are shown. */
    record Display(List<Column> columns, Span span) implements Command {}

    /**
     * {@code filter}, and {@code filterIndex}, which narrows what is read and gives the same events.
     *
     * @param byIndex whether it is {@code filterIndex}
     */
    record Filter(Expression condition, boolean byIndex, Span span) implements Command {}

    /** {@code stats}. */
    record Stats(List<Column> columns, List<Column> groups, Span span) implements Command {}

    /** {@code sort}. */
    record Sort(List<Key> keys, Span span) implements Command {}

    /** What is sorted by. */
    record Key(Expression expression, boolean descending) {}

    /** {@code limit} and {@code head}; {@code tail} gives the last ones. */
    record Limit(int count, boolean last, Span span) implements Command {}

    /** {@code parse} by a glob: as many names as asterisks. */
    record ParseGlob(Expression source, String glob, List<Name> names, Span span) implements Command {}

    /** {@code parse} by a regular expression: a name for each group that gives one. */
    record ParseRegex(Expression source, QueryRegex regex, List<Name> names, List<Integer> groups, Span span)
            implements Command {}

    /** A field that is made. */
    record Name(String text, Span span) {}

    /** {@code dedup}. */
    record Dedup(List<Expression> keys, Span span) implements Command {}

    /** {@code pattern}. */
    record Pattern(Expression source, Span span) implements Command {}

    /** {@code anomaly}. */
    record Anomaly(Span span) implements Command {}

    /**
     * {@code diff}.
     *
     * @param against the earlier time that is compared with
     */
    record Diff(Against against, Span span) implements Command {}

    /** What diff compares with. */
    enum Against {
        PREVIOUS_PERIOD,
        PREVIOUS_DAY,
        PREVIOUS_WEEK,
        PREVIOUS_MONTH
    }

    /** {@code unmask}: fields that are shown as they came, if the caller may see them. */
    record Unmask(List<Column> columns, Span span) implements Command {}

    /**
     * {@code lookup}.
     *
     * @param table the name of the table
     * @param onlyNew whether what an event has already stays
     * @param outputs the columns that are added
     */
    record Lookup(Name table, List<LookupKey> keys, boolean onlyNew, List<Name> outputs, Span span)
            implements Command {}

    /** A column of a table, and the value that it is compared with. */
    record LookupKey(Name column, Expression value) {}

    /** {@code unnest}: a row for each element of a list. */
    record Unnest(Expression list, Name name, Span span) implements Command {}

    /**
     * {@code SOURCE}: which log groups are read.
     *
     * @param groups names or ARNs; none when prefixes choose
     * @param prefixes prefixes of names
     * @param groupClass {@code STANDARD} or {@code INFREQUENT_ACCESS}, or {@code null} for STANDARD
     * @param accounts accounts whose groups are meant; none for the caller's
     */
    record Source(
            List<String> groups,
            List<String> prefixes,
            @Nullable String groupClass,
            List<String> accounts,
            Span span) implements Command {}
}
