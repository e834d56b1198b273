package io.vaportrail.logs.insights.language;

import io.vaportrail.logs.insights.regex.QueryRegex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads parse commands, by glob and by regular expression.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Parse.html">parse</a>
 */
final class ParseParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    ParseParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Command parse(Span span) throws QuerySyntaxException {
        Token.Kind kind = tokens.peek().kind();
        boolean patternFirst = kind == Token.Kind.STRING || kind == Token.Kind.REGEX;
        Expression source =
                patternFirst ? new Expression.Field("@message", tokens.peek().span()) : expressions.expression();
        Token pattern = tokens.peek();
        if (pattern.kind() == Token.Kind.STRING) {
            return glob(source, tokens.take(), span);
        }
        if (pattern.kind() == Token.Kind.REGEX) {
            return regex(source, tokens.take(), span);
        }
        throw tokens.wrong("a text in quotes or a regular expression between slashes");
    }

    private Command glob(Expression source, Token pattern, Span span) throws QuerySyntaxException {
        long asterisks = pattern.text().chars().filter(c -> c == '*').count();
        if (asterisks == 0) {
            throw new QuerySyntaxException("invalid glob (expected: at least one *)", pattern.span());
        }
        tokens.expectWord("as");
        List<Command.Name> names = names();
        if (names.size() != asterisks) {
            throw new QuerySyntaxException(
                    "number of fields " + names.size() + " does not match number of wildcards " + asterisks,
                    pattern.span());
        }
        return new Command.ParseGlob(source, pattern.text(), names, span);
    }

    private List<Command.Name> names() throws QuerySyntaxException {
        List<Command.Name> names = new ArrayList<>();
        do {
            names.add(QueryParser.name(tokens));
        } while (tokens.takeSign(","));
        return List.copyOf(names);
    }

    private Command regex(Expression source, Token token, Span span) throws QuerySyntaxException {
        QueryRegex regex = Regexes.compile(token);
        List<Command.Name> names = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        if (tokens.takeWord("as")) {
            names.addAll(names());
            for (int i = 1; i <= names.size(); i++) {
                groups.add(i);
            }
        } else {
            Map<Integer, String> byNumber = new TreeMap<>();
            regex.namedGroups().forEach((name, number) -> byNumber.put(number, name));
            byNumber.forEach((number, name) -> {
                names.add(new Command.Name(name, token.span()));
                groups.add(number);
            });
        }
        if (names.isEmpty() || names.size() > regex.groupCount()) {
            throw new QuerySyntaxException(
                    "invalid regular expression (expected: a named group, or as many groups as names)", token.span());
        }
        return new Command.ParseRegex(source, regex, List.copyOf(names), List.copyOf(groups), span);
    }
}
