package io.vaportrail.trail.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads queries. The grammar, keywords in either case:
 *
 * <pre>
 * query       = conjunction { "or" conjunction }
 * conjunction = negation { "and" negation }
 * negation    = "not" negation | "(" query ")" | condition
 * condition   = field ( "=" | "!=" ) ( literal | "null" )
 *             | field ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) ( text | number )
 *             | field [ "not" ] "in" "(" literal { "," literal } ")"
 *             | field [ "not" ] "like" text
 *             | field [ "not" ] "exists"
 * field       = name { "." name | "[" text "]" | "[" digits "]" | "[" "]" }
 * literal     = text | number | "true" | "false"
 * text        = "'" characters "'" | '"' characters '"'
 * </pre>
 */
final class Parser {
    /** How deep brackets and nots may be nested. */
    static final int DEEPEST = 64;

    private final List<Token> tokens;
    private int at;

    Parser(String query) {
        this.tokens = new Lexer(query).tokens();
    }

    Expression parse() {
        Expression query = query(0);
        if (peek().kind() != Token.Kind.END) {
            throw peek().unexpected("and, or, or the end");
        }
        return query;
    }

    private Expression query(int depth) {
        List<Expression> any = new ArrayList<>();
        do {
            any.add(conjunction(depth));
        } while (takeKeyword("or"));
        return any.size() == 1 ? any.get(0) : new Expression.Any(any);
    }

    private Expression conjunction(int depth) {
        List<Expression> all = new ArrayList<>();
        do {
            all.add(negation(depth));
        } while (takeKeyword("and"));
        return all.size() == 1 ? all.get(0) : new Expression.All(all);
    }

    private Expression negation(int depth) {
        Token first = peek();
        if (depth > DEEPEST) {
            throw first.unexpected("no more than " + DEEPEST + " brackets and nots within each other");
        }
        if (takeKeyword("not")) {
            return new Expression.Not(negation(depth + 1));
        }
        if (takeSymbol("(")) {
            Expression inner = query(depth + 1);
            if (!takeSymbol(")")) {
                throw peek().unexpected("and, or, or a closing )");
            }
            return inner;
        }
        return condition();
    }

    private Expression condition() {
        FieldPath field = field();
        Token operator = take();
        if (operator.kind() == Token.Kind.SYMBOL) {
            return comparison(field, operator);
        }
        boolean negated = operator.isKeyword("not");
        Token word = negated ? take() : operator;
        Expression condition =
                switch (word.kind() == Token.Kind.NAME ? word.text().toLowerCase(Locale.ROOT) : "") {
                    case "exists" -> exists(field);
                    case "like" ->
                        new Expression.Condition(field, new ValueTest.Like(Wildcard.of(text("a text like 'ord*'"))));
                    case "in" -> in(field);
                    default ->
                        throw word.unexpected(
                                negated ? "in, like or exists" : "=, !=, <, <=, >, >=, in, like, exists or not");
                };
        return negated ? new Expression.Not(condition) : condition;
    }

    private Expression comparison(FieldPath field, Token operator) {
        switch (operator.text()) {
            case "=":
                return equality(field);
            case "!=":
                return new Expression.Not(equality(field));
            case "<", "<=", ">", ">=":
                Token bound = peek();
                Literal literal = literal("a text in quotes or a number");
                if (!literal.isOrdered()) {
                    throw bound.unexpected("a text in quotes or a number");
                }
                return new Expression.Condition(field, new ValueTest.Order(operator.text(), literal));
            default:
                throw operator.unexpected("=, !=, <, <=, >, >=, in, like, exists or not");
        }
    }

    private Expression equality(FieldPath field) {
        if (takeKeyword("null")) {
            return new Expression.Not(exists(field));
        }
        return new Expression.Condition(
                field, new ValueTest.OneOf(List.of(literal("a text in quotes, a number, true, false or null"))));
    }

    private Expression in(FieldPath field) {
        if (!takeSymbol("(")) {
            throw peek().unexpected("an opening ( and values");
        }
        List<Literal> values = new ArrayList<>();
        do {
            values.add(literal("a text in quotes, a number, true or false"));
        } while (takeSymbol(","));
        if (!takeSymbol(")")) {
            throw peek().unexpected("a comma or a closing )");
        }
        return new Expression.Condition(field, new ValueTest.OneOf(values));
    }

    private static Expression exists(FieldPath field) {
        return new Expression.Condition(field, ValueTest.ANYTHING);
    }

    private Literal literal(String expected) {
        Token token = take();
        return switch (token.kind()) {
            case TEXT -> Literal.text(token.text());
            case NUMBER -> Literal.number(token.text());
            case NAME -> {
                if (token.isKeyword("true") || token.isKeyword("false")) {
                    yield Literal.flag(token.isKeyword("true"));
                }
                throw token.unexpected(expected);
            }
            default -> throw token.unexpected(expected);
        };
    }

    private String text(String expected) {
        Token token = take();
        if (token.kind() != Token.Kind.TEXT) {
            throw token.unexpected(expected);
        }
        return token.text();
    }

    private FieldPath field() {
        Token first = peek();
        if (first.kind() != Token.Kind.NAME) {
            throw first.unexpected("a field like eventName, not, or an opening (");
        }
        RecordFields fields = new RecordFields();
        List<FieldPath.Step> steps = new ArrayList<>();
        steps.add(name(fields));
        while (true) {
            if (takeSymbol(".")) {
                steps.add(name(fields));
            } else if (peek().isSymbol("[")) {
                steps.add(bracket(fields));
            } else {
                return new FieldPath(steps);
            }
        }
    }

    private FieldPath.Step name(RecordFields fields) {
        Token token = take();
        if (token.kind() != Token.Kind.NAME) {
            throw token.unexpected("the name of a field; other keys go in brackets like ['a key']");
        }
        fields.enter(token);
        return new FieldPath.Name(token.text());
    }

    private FieldPath.Step bracket(RecordFields fields) {
        Token open = take();
        Token inner = take();
        if (inner.isSymbol("]")) {
            fields.list(open);
            return FieldPath.EACH;
        }
        FieldPath.Step step;
        if (inner.kind() == Token.Kind.TEXT) {
            fields.enter(inner);
            step = new FieldPath.Name(inner.text());
        } else {
            fields.list(open);
            step = index(inner);
        }
        if (!takeSymbol("]")) {
            throw peek().unexpected("a closing ]");
        }
        return step;
    }

    private static FieldPath.Step index(Token token) {
        try {
            int index = token.kind() == Token.Kind.NUMBER ? Integer.parseInt(token.text()) : -1;
            if (index >= 0) {
                return new FieldPath.Index(index);
            }
        } catch (NumberFormatException e) {
            throw token.unexpected("], an index like 0, or a key in quotes");
        }
        throw token.unexpected("], an index like 0, or a key in quotes");
    }

    private Token peek() {
        return tokens.get(at);
    }

    /** The next word; the end is never taken. */
    private Token take() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    private boolean takeSymbol(String symbol) {
        boolean found = peek().isSymbol(symbol);
        if (found) {
            at++;
        }
        return found;
    }

    private boolean takeKeyword(String keyword) {
        boolean found = peek().isKeyword(keyword);
        if (found) {
            at++;
        }
        return found;
    }
}
