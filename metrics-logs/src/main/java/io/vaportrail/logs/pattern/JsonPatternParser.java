package io.vaportrail.logs.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON patterns: {@code { $.a = "x" && ($.b > 1 || $.c IS NULL) }}. And binds closer than or.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
final class JsonPatternParser {
    private static final String STOPS = ")}&|";

    /** Brackets in brackets; a pattern has 1024 characters at most. */
    private static final int DEEPEST = 100;

    private final PatternScanner scanner;
    private final List<Selector> selectors = new ArrayList<>();
    private int depth;

    private JsonPatternParser(PatternScanner scanner) {
        this.scanner = scanner;
    }

    static JsonPattern parse(PatternScanner scanner) throws PatternSyntax {
        return new JsonPatternParser(scanner).pattern();
    }

    private JsonPattern pattern() throws PatternSyntax {
        scanner.expect("{");
        JsonPattern.Condition condition = any();
        scanner.skipSpace();
        scanner.expect("}");
        scanner.skipSpace();
        if (!scanner.atEnd()) {
            throw scanner.wrong("nothing behind '}'");
        }
        return new JsonPattern(condition, List.copyOf(selectors), scanner.regexes());
    }

    private JsonPattern.Condition any() throws PatternSyntax {
        JsonPattern.Condition left = all();
        scanner.skipSpace();
        while (scanner.take("||")) {
            JsonPattern.Condition first = left;
            JsonPattern.Condition second = all();
            left = root -> first.holds(root) || second.holds(root);
            scanner.skipSpace();
        }
        return left;
    }

    private JsonPattern.Condition all() throws PatternSyntax {
        JsonPattern.Condition left = one();
        scanner.skipSpace();
        while (scanner.take("&&")) {
            JsonPattern.Condition first = left;
            JsonPattern.Condition second = one();
            left = root -> first.holds(root) && second.holds(root);
            scanner.skipSpace();
        }
        return left;
    }

    private JsonPattern.Condition one() throws PatternSyntax {
        scanner.skipSpace();
        if (!scanner.take("(")) {
            return comparison();
        }
        if (++depth > DEEPEST) {
            throw scanner.wrong("at most " + DEEPEST + " brackets in brackets");
        }
        JsonPattern.Condition inner = any();
        scanner.skipSpace();
        scanner.expect(")");
        depth--;
        return inner;
    }

    private JsonPattern.Condition comparison() throws PatternSyntax {
        Selector selector = Selector.parse(scanner);
        selectors.add(selector);
        scanner.skipSpace();
        if (scanner.takeWord("IS")) {
            return is(selector);
        }
        if (scanner.takeWord("NOT")) {
            scanner.skipSpace();
            if (!scanner.takeWord("EXISTS")) {
                throw scanner.wrong("EXISTS");
            }
            return root -> !selector.exists(root);
        }
        Comparison comparison = Comparison.parse(scanner, STOPS);
        return root -> selector.any(root, value -> {
            String text = Scalars.text(value);
            return text != null && comparison.holdsFor(text);
        });
    }

    private JsonPattern.Condition is(Selector selector) throws PatternSyntax {
        scanner.skipSpace();
        if (scanner.takeWord("NULL")) {
            return root -> selector.any(root, value -> value == null);
        }
        if (scanner.takeWord("TRUE")) {
            return root -> selector.any(root, Boolean.TRUE::equals);
        }
        if (scanner.takeWord("FALSE")) {
            return root -> selector.any(root, Boolean.FALSE::equals);
        }
        throw scanner.wrong("NULL, TRUE or FALSE");
    }
}
