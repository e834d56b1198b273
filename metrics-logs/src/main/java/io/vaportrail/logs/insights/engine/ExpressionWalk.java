package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks into expressions. */
final class ExpressionWalk {
    private ExpressionWalk() {}

    /** Whether a function of that name, in small letters, is called anywhere within. */
    static boolean calls(Expression expression, String function) {
        if (expression instanceof Expression.Invocation call && call.name().equals(function)) {
            return true;
        }
        for (Expression part : parts(expression)) {
            if (calls(part, function)) {
                return true;
            }
        }
        return false;
    }

    /** The names of all fields within. */
    static Set<String> fields(Expression expression) {
        if (expression instanceof Expression.Field field) {
            return Set.of(field.name());
        }
        Set<String> fields = new HashSet<>();
        for (Expression part : parts(expression)) {
            fields.addAll(fields(part));
        }
        return fields;
    }

    private static List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.Invocation call) {
            return call.arguments();
        }
        if (expression instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expression instanceof Expression.Unary unary) {
            return List.of(unary.operand());
        }
        if (expression instanceof Expression.In in) {
            List<Expression> parts = new ArrayList<>(in.candidates());
            parts.add(in.value());
            return parts;
        }
        if (expression instanceof Expression.Like like) {
            return List.of(like.value());
        }
        return expression instanceof Expression.Element element
                ? List.of(element.container(), element.key())
                : List.of();
    }
}
