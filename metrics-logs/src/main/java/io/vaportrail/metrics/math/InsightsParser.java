package io.vaportrail.metrics.math;

import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.math.InsightsQuery.Condition;
import io.vaportrail.metrics.math.InsightsQuery.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Metrics Insights queries. */
final class InsightsParser {
    private static final Pattern SELECT = Pattern.compile("\\s*SELECT\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<name>[A-Za-z0-9_]+)|\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|'(?<text>(?:[^'\\\\]|\\\\.)*)'|(?<symbol>!=|[=(),]))",
            Pattern.DOTALL);

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** What a token is. */
    private enum Kind {
        NAME,
        QUOTED,
        TEXT,
        SYMBOL,
        END
    }

    private record Token(Kind kind, String text, int position) {
        boolean isKeyword(String keyword) {
            return kind == Kind.NAME && text.equalsIgnoreCase(keyword);
        }
    }

    private InsightsParser(String query) {
        this.query = query;
    }

    /** Whether an expression is a query, and not metric math. */
    static boolean isQuery(String expression) {
        return SELECT.matcher(expression).matches();
    }

    static InsightsQuery parse(String query) throws MathException {
        InsightsParser parser = new InsightsParser(query);
        parser.cut();
        return parser.query();
    }

    private void cut() throws MathException {
        Matcher matcher = TOKEN.matcher(query);
        int from = 0;
        while (!query.substring(from).isBlank()) {
            if (!matcher.find(from) || matcher.start() != from) {
                throw new MathException("Unexpected '"
                        + query.substring(from).strip().charAt(0) + "' at position "
                        + (query.length() - query.substring(from).stripLeading().length() + 1));
            }
            tokens.add(token(matcher));
            from = matcher.end();
        }
        tokens.add(new Token(Kind.END, "end of query", query.length() + 1));
    }

    private static Token token(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.END) {
                String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
                if (text != null) {
                    String plain = kind == Kind.QUOTED || kind == Kind.TEXT ? text.replaceAll("\\\\(.)", "$1") : text;
                    return new Token(kind, plain, matcher.end() - text.length() + 1);
                }
            }
        }
        throw new IllegalStateException("token: " + matcher.group() + " (expected: one of the groups)");
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private MathException unexpected(Token token, String expected) {
        return new MathException(
                "Unexpected '" + token.text() + "' at position " + token.position() + ", expected " + expected);
    }

    private boolean keyword(String keyword) {
        if (tokens.get(at).isKeyword(keyword)) {
            at++;
            return true;
        }
        return false;
    }

    private void expectKeyword(String keyword) throws MathException {
        if (!keyword(keyword)) {
            throw unexpected(tokens.get(at), keyword);
        }
    }

    private boolean symbol(String symbol) {
        Token token = tokens.get(at);
        if (token.kind() == Kind.SYMBOL && token.text().equals(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    private void expectSymbol(String symbol) throws MathException {
        if (!symbol(symbol)) {
            throw unexpected(tokens.get(at), "'" + symbol + "'");
        }
    }

    private String identifier() throws MathException {
        Token token = next();
        if (token.kind() != Kind.NAME && token.kind() != Kind.QUOTED) {
            throw unexpected(token, "a name");
        }
        return token.text();
    }

    private InsightsQuery query() throws MathException {
        expectKeyword("SELECT");
        Function function = function();
        expectSymbol("(");
        String metricName = identifier();
        expectSymbol(")");
        expectKeyword("FROM");
        boolean withSchema = keyword("SCHEMA");
        List<String> names = withSchema ? parenthesized() : List.of(identifier());
        List<String> schema = withSchema ? names.subList(1, names.size()) : null;
        List<Condition> conditions = keyword("WHERE") ? conditions() : List.of();
        List<String> groupBy = List.of();
        if (keyword("GROUP")) {
            expectKeyword("BY");
            groupBy = listed();
        }
        Function orderBy = null;
        boolean descending = false;
        if (keyword("ORDER")) {
            expectKeyword("BY");
            orderBy = function();
            expectSymbol("(");
            expectSymbol(")");
            descending = keyword("DESC");
            if (!descending) {
                keyword("ASC");
            }
        }
        int limit = limit();
        if (tokens.get(at).kind() != Kind.END) {
            throw unexpected(tokens.get(at), "the end of the query");
        }
        return new InsightsQuery(
                function, metricName, names.get(0), schema, conditions, groupBy, orderBy, descending, limit);
    }

    private Function function() throws MathException {
        Token token = next();
        for (Function each : Function.values()) {
            if (token.isKeyword(each.name())) {
                return each;
            }
        }
        throw unexpected(token, "AVG, COUNT, MAX, MIN or SUM");
    }

    private List<String> parenthesized() throws MathException {
        expectSymbol("(");
        List<String> names = listed();
        expectSymbol(")");
        return names;
    }

    private List<String> listed() throws MathException {
        List<String> names = new ArrayList<>();
        do {
            names.add(identifier());
        } while (symbol(","));
        return names;
    }

    private List<Condition> conditions() throws MathException {
        List<Condition> conditions = new ArrayList<>();
        do {
            String dimension = identifier();
            boolean equal = symbol("=");
            if (!equal) {
                expectSymbol("!=");
            }
            Token value = next();
            if (value.kind() != Kind.TEXT) {
                throw unexpected(value, "a value in single quotation marks");
            }
            conditions.add(new Condition(dimension, equal, value.text()));
        } while (keyword("AND"));
        return conditions;
    }

    private int limit() throws MathException {
        if (!keyword("LIMIT")) {
            return MetricLimits.SEARCH_SERIES;
        }
        Token token = next();
        @Nullable Integer limit = token.text().matches("\\d{1,4}") ? Integer.valueOf(token.text()) : null;
        if (limit == null || limit < 1 || limit > MetricLimits.SEARCH_SERIES) {
            throw unexpected(token, "a number from 1 to " + MetricLimits.SEARCH_SERIES);
        }
        return limit;
    }
}
