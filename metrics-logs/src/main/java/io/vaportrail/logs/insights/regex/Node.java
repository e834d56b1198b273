package io.vaportrail.logs.insights.regex;

import java.util.List;

/** A part of a regular expression. */
sealed interface Node {
    /** Whether it can be found in nothing. */
    boolean canBeEmpty();

    /** One character. */
    record One(CharSet set) implements Node {
        @Override
        public boolean canBeEmpty() {
            return false;
        }
    }

    /** A character that is not ASCII, in UTF-8. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as such
    record Bytes(byte[] bytes) implements Node {
        @Override
        public boolean canBeEmpty() {
            return false;
        }
    }

    /** One behind the other. */
    record Sequence(List<Node> nodes) implements Node {
        @Override
        public boolean canBeEmpty() {
            return nodes.stream().allMatch(Node::canBeEmpty);
        }
    }

    /** The first of some that leads on. */
    record Choice(List<Node> nodes) implements Node {
        @Override
        public boolean canBeEmpty() {
            return nodes.stream().anyMatch(Node::canBeEmpty);
        }
    }

    /**
     * Several times.
     *
     * @param most or {@link Integer#MAX_VALUE}
     * @param greedy whether more are tried before fewer
     */
    record Repeat(Node node, int least, int most, boolean greedy) implements Node {
        @Override
        public boolean canBeEmpty() {
            return least == 0 || node.canBeEmpty();
        }
    }

    /** What a group remembers. */
    record Group(Node node, int number) implements Node {
        @Override
        public boolean canBeEmpty() {
            return node.canBeEmpty();
        }
    }

    /** A place in the text. */
    record Place(Program.Op op) implements Node {
        @Override
        public boolean canBeEmpty() {
            return true;
        }
    }
}
