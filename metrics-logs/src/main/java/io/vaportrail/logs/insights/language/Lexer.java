package io.vaportrail.logs.insights.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a query into tokens. Spaces and comments, from {@code #} to the end of the line, part them. */
final class Lexer {
    private static final String[] LONG_SIGNS = {"!=", "<=", ">=", "=~"};
    private static final String SIGNS = "=<>+-*/%^(),[]|:";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int start;

    /** Whether the command at hand is parse and has no pattern yet, so that a slash begins one. */
    private boolean patternAwaited;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws QuerySyntaxException {
        Lexer lexer = new Lexer(text);
        while (lexer.next()) {
            // until the end
        }
        return lexer.tokens;
    }

    private boolean next() throws QuerySyntaxException {
        skipSpace();
        start = at;
        if (at == text.length()) {
            add(Token.Kind.END, "");
            return false;
        }
        char c = text.charAt(at);
        if (isNameStart(c)) {
            name();
        } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
            number();
        } else if (c == '"' || c == '\'') {
            quoted(c, Token.Kind.STRING);
        } else if (c == '`') {
            quoted(c, Token.Kind.QUOTED_NAME);
        } else if (c == '.' && isNamePart(peek(1)) && last() != null && last().is("]")) {
            at++;
            add(Token.Kind.SIGN, ".");
        } else if (c == '/' && regexAwaited()) {
            regex();
        } else {
            sign(c);
        }
        return true;
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (Character.isWhitespace(c) || c == '\u00a0') {
                at++;
            } else {
                return;
            }
        }
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '@' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    /** Dots belong to a name, and so do the numbers behind them that lead into arrays. */
    private void name() {
        while (isNameStart(peek(0)) || Character.isDigit(peek(0)) || peek(0) == '.' && isNamePart(peek(1))) {
            at++;
        }
        String word = text.substring(start, at);
        Token last = last();
        if (last == null || last.is("|")) {
            patternAwaited = word.equalsIgnoreCase("parse");
        }
        add(Token.Kind.NAME, word);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c);
    }

    private void number() throws QuerySyntaxException {
        digits();
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        }
        boolean exponent = (peek(0) == 'e' || peek(0) == 'E')
                && (isDigit(peek(1)) || (peek(1) == '-' || peek(1) == '+') && isDigit(peek(2)));
        if (exponent) {
            at += 2;
            digits();
        }
        int unit = at;
        while (Character.isLetter(peek(0))) {
            at++;
        }
        if (isNamePart(peek(0))) {
            at++;
            throw wrong("a number or a field in backticks");
        }
        add(at > unit ? Token.Kind.PERIOD : Token.Kind.NUMBER, text.substring(start, at));
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void quoted(char quote, Token.Kind kind) throws QuerySyntaxException {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                patternAwaited &= kind != Token.Kind.STRING;
                add(kind, content.toString());
                return;
            }
            if (c == '\\' && at < text.length()) {
                escape(text.charAt(at++), content);
            } else {
                content.append(c);
            }
        }
        throw wrong("a closing " + quote);
    }

    /** Other characters than these keep their backslash. */
    private static void escape(char c, StringBuilder content) {
        switch (c) {
            case 'n' -> content.append('\n');
            case 't' -> content.append('\t');
            case 'r' -> content.append('\r');
            case '"', '\'', '`', '\\', '/' -> content.append(c);
            default -> content.append('\\').append(c);
        }
    }

    private boolean regexAwaited() {
        Token last = last();
        return last != null && (last.isWord("like") || last.is("=~")) || patternAwaited;
    }

    private void regex() throws QuerySyntaxException {
        at++;
        boolean inClass = false;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '/' && !inClass) {
                patternAwaited = false;
                add(Token.Kind.REGEX, content.toString());
                return;
            }
            if (c == '\\' && at < text.length()) {
                char next = text.charAt(at++);
                if (next != '/') {
                    content.append(c);
                }
                content.append(next);
                continue;
            }
            inClass = inClass ? c != ']' : c == '[';
            content.append(c);
        }
        throw wrong("a closing /");
    }

    private void sign(char c) throws QuerySyntaxException {
        for (String sign : LONG_SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                add(Token.Kind.SIGN, sign);
                return;
            }
        }
        at++;
        if (SIGNS.indexOf(c) < 0) {
            throw wrong("a command, field, value or operator");
        }
        add(Token.Kind.SIGN, String.valueOf(c));
    }

    private @Nullable Token last() {
        return tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    }

    private void add(Token.Kind kind, String content) {
        tokens.add(new Token(kind, content, new Span(start, at)));
    }

    private QuerySyntaxException wrong(String expected) {
        return new QuerySyntaxException(
                "unexpected symbol found " + text.substring(start, Math.min(at, start + 20)) + " (expected: " + expected
                        + ")",
                new Span(start, at));
    }
}
