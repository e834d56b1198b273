package io.vaportrail.trail.query;

import java.util.ArrayList;
import java.util.List;

/** Takes a query apart into words. */
final class Lexer {
    /** No number in a record has more digits; more are a mistake. */
    private static final int LONGEST_NUMBER = 64;

    private final String query;
    private int at;

    Lexer(String query) {
        this.query = query;
    }

    /** All words, the last of which is the end. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        Token token = next();
        while (token.kind() != Token.Kind.END) {
            tokens.add(token);
            token = next();
        }
        tokens.add(token);
        return tokens;
    }

    private Token next() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        if (at == query.length()) {
            return new Token(Token.Kind.END, "", at + 1);
        }
        char c = query.charAt(at);
        if (c == '\'' || c == '"') {
            return text(c);
        }
        if (isDigit(c) || c == '-' && isDigit(peek(1))) {
            return number();
        }
        if (isNameStart(c)) {
            int start = at;
            while (at < query.length() && isNamePart(query.charAt(at))) {
                at++;
            }
            return new Token(Token.Kind.NAME, query.substring(start, at), start + 1);
        }
        return symbol(c);
    }

    /** A quote within a text is written twice. */
    private Token text(char quote) {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < query.length()) {
            char c = query.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (peek(0) == quote) {
                text.append(quote);
                at++;
            } else {
                return new Token(Token.Kind.TEXT, text.toString(), start + 1);
            }
        }
        throw new WhereSyntaxException(start + 1, "a text without an end", "a closing " + quote);
    }

    private Token number() {
        int start = at++;
        digits();
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        }
        String number = query.substring(start, at);
        if (number.length() > LONGEST_NUMBER || isNamePart(peek(0))) {
            throw new WhereSyntaxException(
                    start + 1,
                    number + (isNamePart(peek(0)) ? String.valueOf(peek(0)) : ""),
                    "a number like 12 or -0.5 of up to " + LONGEST_NUMBER + " characters, or a text in quotes");
        }
        return new Token(Token.Kind.NUMBER, number, start + 1);
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private Token symbol(char c) {
        int start = at;
        int length =
                switch (c) {
                    case '(', ')', '[', ']', ',', '.', '=' -> 1;
                    case '<', '>' -> peek(1) == '=' ? 2 : 1;
                    case '!' -> peek(1) == '=' ? 2 : 0;
                    default -> 0;
                };
        if (length == 0) {
            int codePoint = query.codePointAt(at);
            throw new WhereSyntaxException(
                    start + 1, Character.toString(codePoint), "a field, an operator, a text in quotes or a number");
        }
        at += length;
        return new Token(Token.Kind.SYMBOL, query.substring(start, at), start + 1);
    }

    private char peek(int ahead) {
        return at + ahead < query.length() ? query.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }
}
