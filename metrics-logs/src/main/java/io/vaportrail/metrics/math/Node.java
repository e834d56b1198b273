package io.vaportrail.metrics.math;

import java.util.List;

/** A part of an expression. */
sealed interface Node {
    /** A number. */
    record Number(double value) implements Node {}

    /** A quoted text. */
    record Text(String value) implements Node {}

    /** The id of another query. */
    record Reference(String id) implements Node {}

    /** A word that some functions take, for example DESC. */
    record Word(String name) implements Node {}

    /** {@code [a, b]}. */
    record Listing(List<Node> elements) implements Node {}

    /** A function with its arguments. */
    record Function(String name, List<Node> arguments) implements Node {}

    /** An operator between two parts. */
    record Operation(Operator operator, Node left, Node right) implements Node {}

    /** A minus sign in front. */
    record Negation(Node operand) implements Node {}
}
