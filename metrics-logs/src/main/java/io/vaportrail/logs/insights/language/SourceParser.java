package io.vaportrail.logs.insights.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code SOURCE logGroups(namePrefix: ['a', 'b'], class: ['STANDARD'], accountIdentifiers: ['123456789012'])} and
 * {@code SOURCE 'group', 'group'}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Source.html">SOURCE</a>
 */
final class SourceParser {
    /** Prefixes of one query. */
    private static final int PREFIXES = 5;

    /** Characters of a prefix, at least. */
    private static final int SHORTEST_PREFIX = 3;

    private final Tokens tokens;

    SourceParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Command.Source source() throws QuerySyntaxException {
        Span span = tokens.take().span();
        if (tokens.takeWord("loggroups")) {
            return selection(span);
        }
        List<String> groups = new ArrayList<>();
        do {
            groups.add(tokens.expect(Token.Kind.STRING, "a log group in quotes, or logGroups(…)")
                    .text());
        } while (tokens.takeSign(","));
        return new Command.Source(List.copyOf(groups), List.of(), null, List.of(), span);
    }

    private Command.Source selection(Span span) throws QuerySyntaxException {
        List<String> prefixes = List.of();
        List<String> accounts = List.of();
        String groupClass = null;
        tokens.expectSign("(");
        boolean first = true;
        while (!tokens.takeSign(")")) {
            if (!first) {
                tokens.expectSign(",");
            }
            first = false;
            Token name = tokens.peek();
            switch (name.kind() == Token.Kind.NAME ? name.lower() : "") {
                case "nameprefix" -> prefixes = prefixes();
                case "class" -> groupClass = groupClass();
                case "accountidentifiers" -> accounts = values();
                default -> throw tokens.wrong("{namePrefix, class, accountIdentifiers}");
            }
        }
        return new Command.Source(List.of(), prefixes, groupClass, accounts, span);
    }

    private List<String> prefixes() throws QuerySyntaxException {
        Span span = tokens.peek().span();
        List<String> prefixes = values();
        boolean tooShort = prefixes.stream().anyMatch(prefix -> prefix.length() < SHORTEST_PREFIX);
        if (prefixes.size() > PREFIXES || tooShort) {
            throw new QuerySyntaxException(
                    "invalid namePrefix (expected: at most " + PREFIXES + " of at least " + SHORTEST_PREFIX
                            + " characters)",
                    span);
        }
        return prefixes;
    }

    private @Nullable String groupClass() throws QuerySyntaxException {
        Span span = tokens.peek().span();
        List<String> classes = values();
        String only = classes.get(0);
        if (classes.size() > 1 || !only.equals("STANDARD") && !only.equals("INFREQUENT_ACCESS")) {
            throw new QuerySyntaxException("invalid class (expected: one of STANDARD, INFREQUENT_ACCESS)", span);
        }
        return only;
    }

    private List<String> values() throws QuerySyntaxException {
        tokens.take();
        tokens.expectSign(":");
        tokens.expectSign("[");
        List<String> values = new ArrayList<>();
        do {
            values.add(tokens.expect(Token.Kind.STRING, "a text in quotes").text());
        } while (tokens.takeSign(","));
        tokens.expectSign("]");
        return List.copyOf(values);
    }
}
