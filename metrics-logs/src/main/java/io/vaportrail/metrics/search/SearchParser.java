package io.vaportrail.metrics.search;

import io.vaportrail.metrics.math.MathException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads searches: NOT binds before AND, which may be left out, before OR. */
final class SearchParser {
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;
    private int depth;

    SearchParser(String text) {
        this.text = text;
    }

    SearchQuery parse() throws MathException {
        skipSpace();
        List<String> schema = null;
        if (startsWith('{')) {
            schema = schema();
            skipSpace();
            if (startsWith(',')) {
                at++;
            }
        }
        skipSpace();
        SearchTerm term = at == text.length() ? null : or();
        skipSpace();
        if (at < text.length()) {
            throw unexpected();
        }
        if (schema == null && term == null) {
            throw new MathException("The search expression is empty");
        }
        return new SearchQuery(schema, term);
    }

    private MathException unexpected() {
        return new MathException(
                at < text.length()
                        ? "Unexpected '" + text.charAt(at) + "' at position " + (at + 1) + " of the search expression"
                        : "Unexpected end of the search expression");
    }

    private boolean startsWith(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private List<String> schema() throws MathException {
        List<String> names = new ArrayList<>();
        do {
            at++;
            skipSpace();
            names.add(startsWith('"') ? quoted() : until(",}"));
            skipSpace();
        } while (startsWith(','));
        if (!startsWith('}')) {
            throw unexpected();
        }
        at++;
        return names;
    }

    private String until(String ends) throws MathException {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at).strip();
        if (name.isEmpty()) {
            throw unexpected();
        }
        return name;
    }

    /** A text in quotes; a backslash escapes the character after it. */
    private String quoted() throws MathException {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw unexpected();
        }
        at++;
        return value.toString();
    }

    private SearchTerm or() throws MathException {
        if (++depth > MAX_DEPTH) {
            throw new MathException("The search expression is nested too deeply");
        }
        SearchTerm left = and();
        while (word("OR")) {
            left = new SearchTerm.Or(left, and());
        }
        depth--;
        return left;
    }

    private SearchTerm and() throws MathException {
        SearchTerm left = not();
        while (word("AND") || beginsTerm()) {
            left = new SearchTerm.And(left, not());
        }
        return left;
    }

    private boolean beginsTerm() {
        skipSpace();
        return at < text.length() && text.charAt(at) != ')' && !isWord("OR");
    }

    private boolean isWord(String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(');
    }

    private boolean word(String word) {
        skipSpace();
        if (isWord(word)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private SearchTerm not() throws MathException {
        if (word("NOT")) {
            return new SearchTerm.Not(not());
        }
        skipSpace();
        if (startsWith('(')) {
            at++;
            SearchTerm inner = or();
            skipSpace();
            if (!startsWith(')')) {
                throw unexpected();
            }
            at++;
            return inner;
        }
        return text();
    }

    private SearchTerm text() throws MathException {
        if (at == text.length() || text.charAt(at) == ')') {
            throw unexpected();
        }
        if (startsWith('"')) {
            String exact = quoted();
            return startsWith('=') ? property(exact) : new SearchTerm.Text(null, exact, true);
        }
        String partial = partial(true);
        return startsWith('=') ? property(partial) : new SearchTerm.Text(null, partial, false);
    }

    private SearchTerm property(@Nullable String name) throws MathException {
        at++;
        skipSpace();
        return startsWith('"')
                ? new SearchTerm.Text(name, quoted(), true)
                : new SearchTerm.Text(name, partial(false), false);
    }

    private String partial(boolean untilEquals) throws MathException {
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && "()\"".indexOf(text.charAt(at)) < 0
                && !(untilEquals && text.charAt(at) == '=')) {
            at++;
        }
        if (at == start) {
            throw unexpected();
        }
        return text.substring(start, at);
    }
}
