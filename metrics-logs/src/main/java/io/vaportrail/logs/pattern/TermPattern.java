package io.vaportrail.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Terms: all of those that are bare, none of those with a minus, and, when there are no others, any of those with a question mark.
 * A term is found wherever it stands, in the middle of a word too.
 */
final class TermPattern extends FilterPattern {
    private final List<Predicate<String>> required;
    private final List<Predicate<String>> excluded;
    private final List<Predicate<String>> optional;

    private TermPattern(
            List<Predicate<String>> required,
            List<Predicate<String>> excluded,
            List<Predicate<String>> optional,
            int regexes) {
        super(regexes);
        this.required = required;
        this.excluded = excluded;
        this.optional = optional;
    }

    static TermPattern parse(PatternScanner scanner) throws PatternSyntax {
        List<Predicate<String>> required = new ArrayList<>();
        List<Predicate<String>> excluded = new ArrayList<>();
        List<Predicate<String>> optional = new ArrayList<>();
        scanner.skipSpace();
        while (!scanner.atEnd()) {
            List<Predicate<String>> kind = scanner.take("?") ? optional : scanner.take("-") ? excluded : required;
            kind.add(term(scanner));
            if (!scanner.atEnd() && !PatternScanner.isSpace(scanner.peek())) {
                throw scanner.wrong("a space between terms");
            }
            scanner.skipSpace();
        }
        boolean mixed = !required.isEmpty() || !excluded.isEmpty();
        return new TermPattern(required, excluded, mixed ? List.of() : optional, scanner.regexes());
    }

    private static Predicate<String> term(PatternScanner scanner) throws PatternSyntax {
        switch (scanner.peek()) {
            case '"' -> {
                String phrase = scanner.quoted();
                return phrase.isBlank() ? message -> true : message -> message.contains(phrase);
            }
            case '%' -> {
                Regex regex = scanner.regex();
                return regex::finds;
            }
            default -> {
                // Beyond ASCII all letters are taken: a term may be in any language.
                String word = scanner.run(
                        c -> PatternScanner.isAlphanumeric(c) || c == '_' || c > 0x7f && !Character.isWhitespace(c));
                if (word.isEmpty()) {
                    throw scanner.wrong("a term; other characters than letters, digits and _ need double quotes");
                }
                return message -> message.contains(word);
            }
        }
    }

    @Override
    public boolean matches(String message) {
        return all(required, message) && !any(excluded, message) && (optional.isEmpty() || any(optional, message));
    }

    private static boolean all(List<Predicate<String>> terms, String message) {
        for (Predicate<String> term : terms) {
            if (!term.test(message)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<Predicate<String>> terms, String message) {
        for (Predicate<String> term : terms) {
            if (term.test(message)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Map<String, String> extract(String message) {
        return Map.of();
    }

    @Override
    public @Nullable String value(String message, ValueReference reference) {
        return null;
    }

    @Override
    public boolean knows(ValueReference reference) {
        return false;
    }
}
