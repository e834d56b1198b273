package io.vaportrail.metrics.math;

import io.vaportrail.metrics.math.MathLexer.Kind;
import io.vaportrail.metrics.math.MathLexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an expression: operators by their precedence, powers from right to left, the others from left to right. */
final class MathParser {
    /** How deep brackets and functions may stand in each other. */
    private static final int MAX_DEPTH = 64;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private MathParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Node parse(String text) throws MathException {
        MathParser parser = new MathParser(MathLexer.tokens(text));
        Node node = parser.expression(0);
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected();
        }
        return node;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private MathException unexpected() {
        Token token = peek();
        return new MathException(
                token.kind() == Kind.END
                        ? "Unexpected end of expression"
                        : "Unexpected '" + token.text() + "' at position " + token.position());
    }

    private void expect(String symbol) throws MathException {
        if (!peek().is(symbol)) {
            throw unexpected();
        }
        next();
    }

    private Node expression(int least) throws MathException {
        if (++depth > MAX_DEPTH) {
            throw new MathException("The expression is nested too deeply");
        }
        Node left = prefixed();
        Operator operator;
        while ((operator = operator()) != null && operator.precedence() >= least) {
            next();
            int binding = operator == Operator.POWER ? operator.precedence() : operator.precedence() + 1;
            left = new Node.Operation(operator, left, expression(binding));
        }
        depth--;
        return left;
    }

    private @Nullable Operator operator() {
        if (peek().kind() == Kind.SYMBOL) {
            for (Operator operator : Operator.values()) {
                if (operator.symbol().equals(peek().text())) {
                    return operator;
                }
            }
        }
        return null;
    }

    private Node prefixed() throws MathException {
        if (peek().is("-")) {
            next();
            return new Node.Negation(expression(Operator.NEGATION_PRECEDENCE));
        }
        if (peek().is("+")) {
            next();
            return expression(Operator.NEGATION_PRECEDENCE);
        }
        return primary();
    }

    private Node primary() throws MathException {
        Token token = peek();
        if (token.is("(")) {
            next();
            Node inner = expression(0);
            expect(")");
            return inner;
        }
        if (token.is("[")) {
            next();
            return new Node.Listing(list("]"));
        }
        return switch (token.kind()) {
            case NUMBER -> new Node.Number(Double.parseDouble(next().text()));
            case TEXT -> new Node.Text(next().text());
            case NAME -> named();
            default -> throw unexpected();
        };
    }

    private Node named() throws MathException {
        String name = next().text();
        if (peek().is("(")) {
            next();
            return new Node.Function(name, list(")"));
        }
        return Character.isLowerCase(name.charAt(0)) ? new Node.Reference(name) : new Node.Word(name);
    }

    private List<Node> list(String close) throws MathException {
        List<Node> elements = new ArrayList<>();
        if (!peek().is(close)) {
            elements.add(expression(0));
            while (peek().is(",")) {
                next();
                elements.add(expression(0));
            }
        }
        expect(close);
        return elements;
    }
}
