package io.vaportrail.metrics.math;

import java.util.List;

/** A part of an expression. */
sealed interface Node {
    /** Whether a function is called in it. */
    default boolean uses(String function) {
        return parts().stream().anyMatch(part -> part.uses(function));
    }

    /** What it is made of. */
    default List<Node> parts() {
        return List.of();
    }

    /** A number. */
    record Number(double value) implements Node {}

    /** A quoted text. */
    record Text(String value) implements Node {}

    /** The id of another query. */
    record Reference(String id) implements Node {}

    /** A word that some functions take, for example DESC. */
    record Word(String name) implements Node {}

    /** {@code [a, b]}. */
    record Listing(List<Node> elements) implements Node {
        @Override
        public List<Node> parts() {
            return elements;
        }
    }

    /** A function with its arguments. */
    record Function(String name, List<Node> arguments) implements Node {
        @Override
        public boolean uses(String function) {
            return name.equals(function) || Node.super.uses(function);
        }

        @Override
        public List<Node> parts() {
            return arguments;
        }
    }

    /** An operator between two parts. */
    record Operation(Operator operator, Node left, Node right) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    /** A minus sign in front. */
    record Negation(Node operand) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(operand);
        }
    }
}
