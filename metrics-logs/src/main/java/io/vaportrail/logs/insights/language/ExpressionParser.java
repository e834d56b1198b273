package io.vaportrail.logs.insights.language;

import io.vaportrail.logs.insights.language.Expression.Binary;
import io.vaportrail.logs.insights.language.Expression.Element;
import io.vaportrail.logs.insights.language.Expression.Field;
import io.vaportrail.logs.insights.language.Expression.In;
import io.vaportrail.logs.insights.language.Expression.Invocation;
import io.vaportrail.logs.insights.language.Expression.Like;
import io.vaportrail.logs.insights.language.Expression.Literal;
import io.vaportrail.logs.insights.language.Expression.Operator;
import io.vaportrail.logs.insights.language.Expression.PeriodLiteral;
import io.vaportrail.logs.insights.language.Expression.Star;
import io.vaportrail.logs.insights.language.Expression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions. What binds closest: power, sign, times, plus, comparison, not, and, or.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html">Supported
 *     operations and functions</a>
 */
final class ExpressionParser {
    /** Brackets in brackets. */
    private static final int DEEPEST = 100;

    /** Operators of a query: what they make of one value after the other is as deep as there are operators. */
    private static final int MOST_OPERATORS = 1_000;

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "like", "as", "by", "asc", "desc");

    private static final Map<String, Operator> COMPARISONS = Map.of(
            "=", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL);

    private static final Map<String, Operator> SUMS = Map.of("+", Operator.PLUS, "-", Operator.MINUS);

    private static final Map<String, Operator> PRODUCTS =
            Map.of("*", Operator.TIMES, "/", Operator.DIVIDED, "%", Operator.MODULO);

    private final Tokens tokens;
    private int depth;
    private int operators;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Expression expression() throws QuerySyntaxException {
        if (++depth > DEEPEST) {
            throw tokens.wrong("at most " + DEEPEST + " expressions in expressions");
        }
        Expression left = all();
        while (tokens.takeWord("or")) {
            left = binary(Operator.OR, left, all());
        }
        depth--;
        return left;
    }

    private Expression all() throws QuerySyntaxException {
        Expression left = negation();
        while (tokens.takeWord("and")) {
            left = binary(Operator.AND, left, negation());
        }
        return left;
    }

    private Expression negation() throws QuerySyntaxException {
        if (!tokens.peek().isWord("not")) {
            return comparison();
        }
        Span start = tokens.take().span();
        if (++depth > DEEPEST) {
            throw tokens.wrong("at most " + DEEPEST + " expressions in expressions");
        }
        Expression operand = negation();
        depth--;
        return new Unary(Operator.NOT, operand, start.to(operand.span()));
    }

    private Expression comparison() throws QuerySyntaxException {
        Expression left = sum();
        Operator operator = signOf(COMPARISONS);
        if (operator != null) {
            return binary(operator, left, sum());
        }
        boolean negated = tokens.peek().isWord("not")
                && (tokens.peekNext().isWord("like") || tokens.peekNext().isWord("in"));
        if (negated) {
            tokens.take();
        }
        if (tokens.takeWord("in")) {
            return in(left, negated);
        }
        if (tokens.takeWord("like")) {
            return like(left, negated);
        }
        if (tokens.takeSign("=~")) {
            return new Like(left, null, Regexes.compile(pattern()), false, end(left));
        }
        return left;
    }

    private void count() throws QuerySyntaxException {
        if (++operators > MOST_OPERATORS) {
            throw tokens.wrong("at most " + MOST_OPERATORS + " operators");
        }
    }

    private Expression in(Expression value, boolean negated) throws QuerySyntaxException {
        tokens.expectSign("[");
        List<Expression> candidates = new ArrayList<>();
        do {
            candidates.add(sum());
        } while (tokens.takeSign(","));
        tokens.expectSign("]");
        return new In(value, List.copyOf(candidates), negated, end(value));
    }

    private Expression like(Expression value, boolean negated) throws QuerySyntaxException {
        Token token = pattern();
        return token.kind() == Token.Kind.STRING
                ? new Like(value, token.text(), null, negated, end(value))
                : new Like(value, null, Regexes.compile(token), negated, end(value));
    }

    private Token pattern() throws QuerySyntaxException {
        Token.Kind kind = tokens.peek().kind();
        if (kind != Token.Kind.STRING && kind != Token.Kind.REGEX) {
            throw tokens.wrong("a text in quotes or a regular expression between slashes");
        }
        return tokens.take();
    }

    private Expression sum() throws QuerySyntaxException {
        Expression left = product();
        Operator operator = signOf(SUMS);
        while (operator != null) {
            left = binary(operator, left, product());
            operator = signOf(SUMS);
        }
        return left;
    }

    private Expression product() throws QuerySyntaxException {
        Expression left = signed();
        Operator operator = signOf(PRODUCTS);
        while (operator != null) {
            left = binary(operator, left, signed());
            operator = signOf(PRODUCTS);
        }
        return left;
    }

    private Expression signed() throws QuerySyntaxException {
        if (!tokens.peek().is("-")) {
            return power();
        }
        Span start = tokens.take().span();
        Expression operand = power();
        return new Unary(Operator.MINUS, operand, start.to(operand.span()));
    }

    /** From right to left. */
    private Expression power() throws QuerySyntaxException {
        List<Expression> operands = new ArrayList<>();
        operands.add(element());
        while (tokens.takeSign("^")) {
            if (tokens.peek().is("-")) {
                Span sign = tokens.take().span();
                Expression operand = element();
                operands.add(new Unary(Operator.MINUS, operand, sign.to(operand.span())));
            } else {
                operands.add(element());
            }
        }
        Expression right = operands.get(operands.size() - 1);
        for (int i = operands.size() - 2; i >= 0; i--) {
            right = binary(Operator.POWER, operands.get(i), right);
        }
        return right;
    }

    private Expression element() throws QuerySyntaxException {
        Expression value = primary();
        while (true) {
            if (tokens.takeSign("[")) {
                count();
                Expression key = expression();
                tokens.expectSign("]");
                value = new Element(value, key, end(value));
            } else if (tokens.takeSign(".")) {
                count();
                Command.Name path = QueryParser.name(tokens);
                value = new Element(value, new Literal(path.text(), path.span()), end(value));
            } else {
                return value;
            }
        }
    }

    private Expression primary() throws QuerySyntaxException {
        Token token = tokens.peek();
        switch (token.kind()) {
            case STRING:
                return new Literal(tokens.take().text(), token.span());
            case NUMBER:
                return new Literal(Double.valueOf(tokens.take().text()), token.span());
            case PERIOD:
                return new PeriodLiteral(period(tokens.take()), token.span());
            case QUOTED_NAME:
                return new Field(tokens.take().text(), token.span());
            case NAME:
                return named();
            default:
                return bracketed();
        }
    }

    private Expression bracketed() throws QuerySyntaxException {
        if (!tokens.takeSign("(")) {
            throw tokens.wrong("a field, value or function");
        }
        Expression inner = expression();
        tokens.expectSign(")");
        return inner;
    }

    private static Period period(Token token) throws QuerySyntaxException {
        Period period = Period.of(token.text());
        if (period == null) {
            throw new QuerySyntaxException(
                    "invalid period '" + token.text() + "' (expected: a number and a unit such as s, m, h or d)",
                    token.span());
        }
        return period;
    }

    private Expression named() throws QuerySyntaxException {
        if (KEYWORDS.contains(tokens.peek().lower())) {
            throw tokens.wrong("a field, value or function");
        }
        Token name = tokens.take();
        if (tokens.takeSign("(")) {
            List<Expression> arguments = arguments();
            return new Invocation(
                    name.lower(), arguments, name.span().to(tokens.last().span()));
        }
        if (name.isWord("true") || name.isWord("false")) {
            return new Literal(name.isWord("true"), name.span());
        }
        return new Field(name.text(), name.span());
    }

    private List<Expression> arguments() throws QuerySyntaxException {
        List<Expression> arguments = new ArrayList<>();
        if (tokens.takeSign(")")) {
            return arguments;
        }
        if (tokens.peek().is("*")) {
            arguments.add(new Star(tokens.take().span()));
        } else {
            do {
                arguments.add(expression());
            } while (tokens.takeSign(","));
        }
        tokens.expectSign(")");
        return List.copyOf(arguments);
    }

    private @Nullable Operator signOf(Map<String, Operator> operators) {
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.SIGN || !operators.containsKey(token.text())) {
            return null;
        }
        return operators.get(tokens.take().text());
    }

    private Span end(Expression first) {
        return first.span().to(tokens.last().span());
    }

    private Expression binary(Operator operator, Expression left, Expression right) throws QuerySyntaxException {
        count();
        return new Binary(operator, left, right, left.span().to(right.span()));
    }
}
