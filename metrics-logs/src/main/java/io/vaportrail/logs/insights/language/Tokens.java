package io.vaportrail.logs.insights.language;

import java.util.List;

/** Goes through the tokens of a query. */
final class Tokens {
    private final String text;
    private final List<Token> tokens;
    private int at;

    Tokens(String text) throws QuerySyntaxException {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekNext() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    /** The token that was taken last. */
    Token last() {
        return tokens.get(at - 1);
    }

    Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean takeSign(String sign) {
        boolean next = peek().is(sign);
        if (next) {
            take();
        }
        return next;
    }

    boolean takeWord(String word) {
        boolean next = peek().isWord(word);
        if (next) {
            take();
        }
        return next;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    void expectSign(String sign) throws QuerySyntaxException {
        if (!takeSign(sign)) {
            throw wrong("'" + sign + "'");
        }
    }

    void expectWord(String word) throws QuerySyntaxException {
        if (!takeWord(word)) {
            throw wrong(word);
        }
    }

    Token expect(Token.Kind kind, String what) throws QuerySyntaxException {
        if (peek().kind() != kind) {
            throw wrong(what);
        }
        return take();
    }

    /** How the part of the query is written. */
    String written(Span span) {
        return text.substring(span.start(), span.end());
    }

    QuerySyntaxException wrong(String expected) {
        return new QuerySyntaxException("mismatched input " + peek().shown() + " expecting " + expected, peek().span());
    }
}
