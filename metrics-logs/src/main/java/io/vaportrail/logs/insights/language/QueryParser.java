package io.vaportrail.logs.insights.language;

import io.vaportrail.logs.insights.language.Command.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads commands with pipes between them. */
final class QueryParser {
    private static final String COMMANDS = "{dedup, diff, display, fields, filter, filterIndex, limit, lookup,"
            + " parse, pattern, sort, stats, unmask, unnest}";

    /** Rows of a result. */
    private static final int MOST_ROWS = 100_000;

    private static final Map<String, Command.Against> AGAINST = Map.of(
            "previousday", Command.Against.PREVIOUS_DAY,
            "previousweek", Command.Against.PREVIOUS_WEEK,
            "previousmonth", Command.Against.PREVIOUS_MONTH);

    private final Tokens tokens;
    private final ExpressionParser expressions;

    QueryParser(String text) throws QuerySyntaxException {
        this.tokens = new Tokens(text);
        this.expressions = new ExpressionParser(tokens);
    }

    Query query() throws QuerySyntaxException {
        Command.Source source = null;
        List<Command> commands = new ArrayList<>();
        if (tokens.peek().isWord("source")) {
            source = new SourceParser(tokens).source();
        } else if (!tokens.atEnd()) {
            commands.add(command());
        }
        while (tokens.takeSign("|")) {
            if (tokens.atEnd()) {
                break;
            }
            commands.add(command());
        }
        if (!tokens.atEnd()) {
            throw tokens.wrong("'|' or the end of the query");
        }
        return new Query(source, List.copyOf(commands));
    }

    private Command command() throws QuerySyntaxException {
        Token name = tokens.peek();
        if (name.kind() != Token.Kind.NAME) {
            throw tokens.wrong(COMMANDS);
        }
        tokens.take();
        Span span = name.span();
        return switch (name.lower()) {
            case "fields" -> new Command.Fields(columns(), span);
            case "display" -> new Command.Display(columns(), span);
            case "filter" -> new Command.Filter(expressions.expression(), false, span);
            case "filterindex" -> new Command.Filter(expressions.expression(), true, span);
            case "stats" -> stats(span);
            case "sort", "order" -> sort(span);
            case "limit", "head" -> new Command.Limit(count(), false, span);
            case "tail" -> new Command.Limit(count(), true, span);
            case "parse" -> new ParseParser(tokens, expressions).parse(span);
            case "dedup" -> new Command.Dedup(list(), span);
            case "pattern" -> new Command.Pattern(expressions.expression(), span);
            case "diff" -> diff(span);
            case "unmask" -> new Command.Unmask(columns(), span);
            case "unnest" -> unnest(span);
            case "lookup" -> lookup(span);
            case "anomaly" -> new Command.Anomaly(span);
            case "join" ->
                throw new QuerySyntaxException("the command join is not supported (expected: " + COMMANDS + ")", span);
            default ->
                throw new QuerySyntaxException("mismatched input " + name.shown() + " expecting " + COMMANDS, span);
        };
    }

    private List<Column> columns() throws QuerySyntaxException {
        List<Column> columns = new ArrayList<>();
        do {
            columns.add(column());
        } while (tokens.takeSign(","));
        return List.copyOf(columns);
    }

    private Column column() throws QuerySyntaxException {
        Token first = tokens.peek();
        Expression expression = expressions.expression();
        String written = tokens.written(first.span().to(tokens.last().span()));
        if (tokens.takeWord("as")) {
            return new Column(name(tokens).text(), true, expression);
        }
        return new Column(expression instanceof Expression.Field field ? field.name() : written, false, expression);
    }

    /** A name that is given to something. */
    static Command.Name name(Tokens tokens) throws QuerySyntaxException {
        Token.Kind kind = tokens.peek().kind();
        if (kind != Token.Kind.NAME && kind != Token.Kind.QUOTED_NAME) {
            throw tokens.wrong("a name");
        }
        Token token = tokens.take();
        return new Command.Name(token.text(), token.span());
    }

    private List<Expression> list() throws QuerySyntaxException {
        List<Expression> list = new ArrayList<>();
        do {
            list.add(expressions.expression());
        } while (tokens.takeSign(","));
        return List.copyOf(list);
    }

    private Command stats(Span span) throws QuerySyntaxException {
        List<Column> columns = columns();
        List<Column> groups = tokens.takeWord("by") ? columns() : List.of();
        return new Command.Stats(columns, groups, span);
    }

    private Command sort(Span span) throws QuerySyntaxException {
        tokens.takeWord("by");
        List<Command.Key> keys = new ArrayList<>();
        do {
            Expression expression = expressions.expression();
            boolean descending = tokens.takeWord("desc");
            if (!descending) {
                tokens.takeWord("asc");
            }
            keys.add(new Command.Key(expression, descending));
        } while (tokens.takeSign(","));
        return new Command.Sort(List.copyOf(keys), span);
    }

    private int count() throws QuerySyntaxException {
        Token token = tokens.expect(Token.Kind.NUMBER, "a number");
        double count = Double.parseDouble(token.text());
        if (count != Math.rint(count) || count < 1 || count > MOST_ROWS) {
            throw new QuerySyntaxException(
                    "invalid limit " + token.text() + " (expected: a whole number from 1 to " + MOST_ROWS + ")",
                    token.span());
        }
        return (int) count;
    }

    private Command diff(Span span) throws QuerySyntaxException {
        if (tokens.atEnd() || tokens.peek().is("|")) {
            return new Command.Diff(Command.Against.PREVIOUS_PERIOD, span);
        }
        Command.@Nullable Against against = AGAINST.get(tokens.peek().lower());
        if (tokens.peek().kind() != Token.Kind.NAME || against == null) {
            throw tokens.wrong("{previousDay, previousWeek, previousMonth}");
        }
        tokens.take();
        return new Command.Diff(against, span);
    }

    private Command lookup(Span span) throws QuerySyntaxException {
        Command.Name table = name(tokens);
        List<Command.LookupKey> keys = new ArrayList<>();
        do {
            Command.Name column = name(tokens);
            Command.Name field = tokens.takeWord("as") ? name(tokens) : column;
            keys.add(new Command.LookupKey(column, new Expression.Field(field.text(), field.span())));
        } while (tokens.takeSign(","));
        boolean onlyNew = tokens.takeWord("outputnew");
        if (!onlyNew) {
            tokens.expectWord("output");
        }
        List<Command.Name> outputs = new ArrayList<>();
        do {
            outputs.add(name(tokens));
        } while (tokens.takeSign(","));
        return new Command.Lookup(table, List.copyOf(keys), onlyNew, List.copyOf(outputs), span);
    }

    private Command unnest(Span span) throws QuerySyntaxException {
        Expression list = expressions.expression();
        if (!tokens.takeWord("into")) {
            tokens.expectWord("as");
        }
        return new Command.Unnest(list, name(tokens), span);
    }
}
