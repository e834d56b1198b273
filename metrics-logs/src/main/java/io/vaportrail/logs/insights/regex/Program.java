package io.vaportrail.logs.insights.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A regular expression as steps for {@link Search}. Safe for any thread. */
final class Program {
    /** No byte of UTF-8 is this. */
    static final int NO_BYTE = -1;

    private static final int MOST_STEPS = 500;

    /** What a step does. */
    enum Op {
        /** Takes the byte {@code x}. */
        BYTE,
        /** Takes a character of the set. */
        ONE,
        /** Takes characters of the set, as many as there are, from {@code x} to {@code y}. */
        GREEDY,
        /** Takes characters of the set, as few as lead on, from {@code x} to {@code y}. */
        LAZY,
        /** Goes on at {@code x} and, when that leads nowhere, at {@code y}. */
        EITHER,
        /** Goes on at {@code x}. */
        JUMP,
        /** Remembers the place as {@code x}. */
        SAVE,
        START,
        END,
        WORD_EDGE,
        NO_WORD_EDGE,
        FOUND
    }

    final List<Op> ops = new ArrayList<>();
    final List<CharSet> sets = new ArrayList<>();

    /** The operands, and for GREEDY and LAZY the byte that must come next, or -1. */
    int[] x = new int[16];

    int[] y = new int[16];
    int[] then = new int[0];

    final int groups;
    final boolean asciiOnly;

    /** What it begins with in any case. */
    final byte[] prefix;

    /** Characters that it can begin with, some more perhaps, or {@code null} when it can be nothing. */
    final @Nullable CharSet first;

    /** Whether it begins with all of a line, so that it is not found further on in a line when it is not from its start. */
    final boolean takesLine;

    /** Whether it can only be found at the beginning of a text. */
    final boolean anchored;

    private Program(Node root, int groups, boolean asciiOnly) throws NodeParser.UnusualException {
        this.groups = groups;
        this.asciiOnly = asciiOnly;
        add(root);
        step(Op.FOUND, CharSet.NONE, 0, 0);
        this.then = new int[ops.size()];
        for (int i = 0; i < then.length; i++) {
            int next = afterSaves(i + 1);
            then[i] = next < then.length && ops.get(next) == Op.BYTE ? x[next] : NO_BYTE;
        }
        this.prefix = prefixed();
        this.first = firstOf(0);
        int begin = afterSaves(0);
        boolean loop = ops.get(begin) == Op.GREEDY || ops.get(begin) == Op.LAZY;
        this.takesLine = loop
                && y[begin] == Integer.MAX_VALUE
                && sets.get(begin).equals(CharSet.ANY_BUT_NEWLINE)
                && !jumpedTo(begin);
        this.anchored = ops.get(begin) == Op.START;
    }

    /** The program of a usual expression, or {@code null}. */
    static @Nullable Program of(String expression) {
        try {
            NodeParser parser = new NodeParser(expression);
            Node root = parser.all();
            return new Program(root, parser.groups(), parser.folds());
        } catch (NodeParser.UnusualException e) {
            return null;
        }
    }

    private int afterSaves(int step) {
        int next = step;
        while (next < ops.size() && ops.get(next) == Op.SAVE) {
            next++;
        }
        return next;
    }

    private boolean jumpedTo(int step) {
        for (int i = 0; i < ops.size(); i++) {
            Op op = ops.get(i);
            boolean to = op == Op.EITHER && (x[i] == step || y[i] == step) || op == Op.JUMP && x[i] == step;
            if (to) {
                return true;
            }
        }
        return false;
    }

    private @Nullable CharSet firstOf(int step) {
        switch (ops.get(step)) {
            case BYTE:
                return x[step] < 0 ? CharSet.NOT_ASCII : CharSet.NONE.with(x[step], x[step]);
            case ONE:
                return sets.get(step);
            case GREEDY, LAZY:
                return x[step] > 0 ? sets.get(step) : null;
            case SAVE:
                return firstOf(step + 1);
            case EITHER:
                CharSet one = firstOf(x[step]);
                CharSet other = firstOf(y[step]);
                return one == null || other == null ? null : one.or(other);
            default:
                return null;
        }
    }

    private byte[] prefixed() {
        byte[] bytes = new byte[ops.size()];
        int count = 0;
        int at = afterSaves(0);
        while (ops.get(at) == Op.BYTE) {
            bytes[count++] = (byte) x[at];
            at = afterSaves(at + 1);
        }
        return Arrays.copyOf(bytes, count);
    }

    private int step(Op op, CharSet set, int first, int second) throws NodeParser.UnusualException {
        int number = ops.size();
        if (number == MOST_STEPS) {
            throw new NodeParser.UnusualException();
        }
        if (number == x.length) {
            x = Arrays.copyOf(x, number * 2);
            y = Arrays.copyOf(y, number * 2);
        }
        ops.add(op);
        sets.add(set);
        x[number] = first;
        y[number] = second;
        return number;
    }

    private void add(Node node) throws NodeParser.UnusualException {
        if (node instanceof Node.One one) {
            int only = one.set().only();
            step(only >= 0 ? Op.BYTE : Op.ONE, one.set(), only, 0);
        } else if (node instanceof Node.Bytes bytes) {
            for (byte b : bytes.bytes()) {
                step(Op.BYTE, CharSet.NONE, b, 0);
            }
        } else if (node instanceof Node.Sequence sequence) {
            for (Node part : sequence.nodes()) {
                add(part);
            }
        } else if (node instanceof Node.Choice choice) {
            choice(choice.nodes());
        } else if (node instanceof Node.Group group) {
            step(Op.SAVE, CharSet.NONE, 2 * group.number(), 0);
            add(group.node());
            step(Op.SAVE, CharSet.NONE, 2 * group.number() + 1, 0);
        } else if (node instanceof Node.Place place) {
            step(place.op(), CharSet.NONE, 0, 0);
        } else if (node instanceof Node.Repeat repeat) {
            repeat(repeat);
        }
    }

    private void choice(List<Node> nodes) throws NodeParser.UnusualException {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            int either = last ? -1 : step(Op.EITHER, CharSet.NONE, ops.size() + 1, 0);
            add(nodes.get(i));
            if (!last) {
                ends.add(step(Op.JUMP, CharSet.NONE, 0, 0));
                y[either] = ops.size();
            }
        }
        for (int end : ends) {
            x[end] = ops.size();
        }
    }

    private void repeat(Node.Repeat repeat) throws NodeParser.UnusualException {
        if (repeat.node() instanceof Node.One one) {
            step(repeat.greedy() ? Op.GREEDY : Op.LAZY, one.set(), repeat.least(), repeat.most());
            return;
        }
        for (int i = 0; i < repeat.least(); i++) {
            add(repeat.node());
        }
        if (repeat.most() == Integer.MAX_VALUE) {
            int either = step(Op.EITHER, CharSet.NONE, 0, 0);
            add(repeat.node());
            step(Op.JUMP, CharSet.NONE, either, 0);
            aim(either, repeat.greedy());
            return;
        }
        List<Integer> choices = new ArrayList<>();
        for (int i = repeat.least(); i < repeat.most(); i++) {
            choices.add(step(Op.EITHER, CharSet.NONE, 0, 0));
            add(repeat.node());
        }
        for (int either : choices) {
            aim(either, repeat.greedy());
        }
    }

    /** Between one more, which is the next step, and no more, which is what comes now. */
    private void aim(int either, boolean greedy) {
        x[either] = greedy ? either + 1 : ops.size();
        y[either] = greedy ? ops.size() : either + 1;
    }
}
