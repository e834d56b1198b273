package io.vaportrail.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads space-delimited patterns: {@code [ip, user, ..., status = 4* || status = 5*, bytes > 1000]}. */
final class DelimitedPatternParser {
    private static final String STOPS = ",]&|";
    private static final String ELLIPSIS = "...";

    private final PatternScanner scanner;
    private final List<DelimitedPattern.Field> before = new ArrayList<>();
    private @Nullable List<DelimitedPattern.Field> after;

    private DelimitedPatternParser(PatternScanner scanner) {
        this.scanner = scanner;
    }

    static DelimitedPattern parse(PatternScanner scanner) throws PatternSyntax {
        return new DelimitedPatternParser(scanner).pattern();
    }

    private DelimitedPattern pattern() throws PatternSyntax {
        scanner.expect("[");
        scanner.skipSpace();
        if (!scanner.take("]")) {
            do {
                element();
                scanner.skipSpace();
            } while (scanner.take(","));
            scanner.expect("]");
        }
        scanner.skipSpace();
        if (!scanner.atEnd()) {
            throw scanner.wrong("nothing behind ']'");
        }
        return new DelimitedPattern(List.copyOf(before), after, scanner.regexes());
    }

    private void element() throws PatternSyntax {
        scanner.skipSpace();
        if (scanner.take(ELLIPSIS)) {
            if (after != null) {
                throw scanner.wrong("at most one ellipsis");
            }
            after = new ArrayList<>();
            return;
        }
        DelimitedPattern.Field field = field();
        (after == null ? before : after).add(field);
    }

    private DelimitedPattern.Field field() throws PatternSyntax {
        int position = scanner.position();
        String name = scanner.run(DelimitedPattern::isNameCharacter);
        if (name.isEmpty()) {
            throw new PatternSyntax("the name of a field, or an ellipsis", position);
        }
        scanner.skipSpace();
        char next = scanner.peek();
        boolean bare = next == ',' || next == ']' || next == PatternScanner.END;
        return new DelimitedPattern.Field(name, bare ? text -> true : any(name));
    }

    private Predicate<String> any(String name) throws PatternSyntax {
        Predicate<String> left = all(name, true);
        scanner.skipSpace();
        while (scanner.take("||")) {
            left = left.or(all(name, false));
            scanner.skipSpace();
        }
        return left;
    }

    private Predicate<String> all(String name, boolean named) throws PatternSyntax {
        Predicate<String> left = one(name, named);
        scanner.skipSpace();
        while (scanner.take("&&")) {
            left = left.and(one(name, false));
            scanner.skipSpace();
        }
        return left;
    }

    /** A condition repeats the name of its field: {@code w1 = A || w1 = B}. */
    private Predicate<String> one(String name, boolean named) throws PatternSyntax {
        scanner.skipSpace();
        if (!named) {
            int position = scanner.position();
            if (!scanner.run(DelimitedPattern::isNameCharacter).equals(name)) {
                throw new PatternSyntax("the name of the field, " + name, position);
            }
            scanner.skipSpace();
        }
        Comparison comparison = Comparison.parse(scanner, STOPS);
        return comparison::holdsFor;
    }
}
