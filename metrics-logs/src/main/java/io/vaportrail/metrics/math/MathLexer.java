package io.vaportrail.metrics.math;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class MathLexer {
    private static final List<String> SYMBOLS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "^", "<", ">", "(", ")", "[", "]", ",");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** What a token is. */
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        SYMBOL,
        END
    }

    /**
     * A token.
     *
     * @param text as written; for texts without quotes
     * @param position from 1
     */
    record Token(Kind kind, String text, int position) {
        boolean is(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    private MathLexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws MathException {
        MathLexer lexer = new MathLexer(text);
        while (lexer.skipSpace()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END, "end of expression", text.length() + 1));
        return lexer.tokens;
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void next() throws MathException {
        char first = text.charAt(at);
        if (first >= '0' && first <= '9' || first == '.') {
            number();
        } else if (first == '"' || first == '\'') {
            quoted(first);
        } else if (Character.isLetter(first) || first == '_') {
            name();
        } else {
            symbol();
        }
    }

    private void add(Kind kind, String value, int start) {
        tokens.add(new Token(kind, value, start + 1));
    }

    private void number() throws MathException {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.' || isExponentSign(start))) {
            at++;
        }
        String number = text.substring(start, at);
        try {
            Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new MathException("'" + number + "' at position " + (start + 1) + " is not a number");
        }
        add(Kind.NUMBER, number, start);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private boolean isExponentSign(int start) {
        char here = text.charAt(at);
        if (here == 'e' || here == 'E') {
            return at > start;
        }
        char before = at > start ? text.charAt(at - 1) : ' ';
        return (here == '-' || here == '+') && (before == 'e' || before == 'E');
    }

    /** Within quotes of one kind, quotes of the other kind stand for themselves; a backslash stays with what it escapes. */
    private void quoted(char quote) throws MathException {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                if (text.charAt(at + 1) != quote) {
                    value.append('\\');
                }
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new MathException("The quotation mark at position " + (start + 1) + " is not closed");
        }
        at++;
        add(Kind.TEXT, value.toString(), start);
    }

    private void name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.equals("AND") || name.equals("OR")) {
            add(Kind.SYMBOL, name.equals("AND") ? "&&" : "||", start);
        } else {
            add(Kind.NAME, name, start);
        }
    }

    private void symbol() throws MathException {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                add(Kind.SYMBOL, symbol, at);
                at += symbol.length();
                return;
            }
        }
        throw new MathException("Unexpected character '" + text.charAt(at) + "' at position " + (at + 1));
    }
}
