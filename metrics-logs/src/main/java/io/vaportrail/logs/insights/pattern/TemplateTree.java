package io.vaportrail.logs.insights.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows templates again without making them: a tree of what stays and what kind of token follows. Only a few thousand parts are kept;
 * what is not found is no proof that it is new. For one thread.
 *
 * @param <T> what is kept of a template
 */
public final class TemplateTree<T> {
    private static final int MOST_NODES = 4_096;
    private static final int MOST_BRANCHES = 32;
    private static final int OBJECT = 48;

    /** So many hexadecimal digits begin a UUID. */
    private static final int UUID_BEGINNING = 8;

    private final Node<T> root = new Node<>(new byte[0], null);
    private int nodes;

    /** A part that stays, and what follows: a token of that kind, or, if it is {@code null}, the end. */
    private static final class Node<T> {
        private final byte[] fixed;
        private final MessageTemplate.@Nullable Kind kind;
        private final List<Node<T>> branches = new ArrayList<>(2);
        private @Nullable T value;

        Node(byte[] fixed, MessageTemplate.@Nullable Kind kind) {
            this.fixed = fixed;
            this.kind = kind;
        }

        boolean isAt(byte[] text, int at, int end) {
            int behind = at + fixed.length;
            return behind <= end && Arrays.equals(text, at, behind, fixed, 0, fixed.length);
        }
    }

    /**
     * What was kept of the template of a message, or {@code null} when it is not here. When it is, the tokens of the message can be had
     * from the reader, and its template cannot.
     */
    public @Nullable T find(MessageTemplate reader, byte[] text, int offset, int length) {
        reader.begin(text, offset, length);
        int end = offset + length;
        int at = offset;
        Node<T> node = root;
        while (node != null && node.value == null) {
            node = branch(node, reader, text, at, end);
            at = reader.behind();
        }
        return node == null ? null : node.value;
    }

    /** No other branch than the one that is found can be right: what stays has no digits, and no beginning of a token at its end. */
    private static <T> @Nullable Node<T> branch(Node<T> node, MessageTemplate reader, byte[] text, int at, int end) {
        List<Node<T>> branches = node.branches;
        for (int i = 0; i < branches.size(); i++) {
            Node<T> branch = branches.get(i);
            if (branch.isAt(text, at, end)) {
                int next = at + branch.fixed.length;
                if (branch.kind == null ? next == end : reader.take(next, branch.kind)) {
                    return branch;
                }
            }
        }
        return null;
    }

    /**
     * Keeps something of the template that was just read, if there is room for it.
     *
     * @return how many bytes more are kept
     */
    public long add(MessageTemplate read, T value) {
        int at = read.start();
        for (int i = 0; i < read.tokens(); i++) {
            if (isAmbiguous(read.text(), at, read.start(i))) {
                return 0;
            }
            at = read.end(i);
        }
        if (nodes + read.tokens() + 1 > MOST_NODES) {
            return 0;
        }
        long more = 0;
        at = read.start();
        Node<T> node = root;
        for (int i = 0; i <= read.tokens(); i++) {
            boolean last = i == read.tokens();
            byte[] fixed = Arrays.copyOfRange(read.text(), at, last ? read.end() : read.start(i));
            Node<T> branch = named(node, fixed, last ? null : read.kind(i));
            if (branch == null) {
                if (node.branches.size() == MOST_BRANCHES) {
                    return more;
                }
                branch = new Node<>(fixed, last ? null : read.kind(i));
                node.branches.add(branch);
                nodes++;
                more += 3 * OBJECT + fixed.length;
            }
            node = branch;
            at = last ? at : read.end(i);
        }
        node.value = value;
        return more;
    }

    private static <T> @Nullable Node<T> named(Node<T> node, byte[] fixed, MessageTemplate.@Nullable Kind kind) {
        for (Node<T> branch : node.branches) {
            if (branch.kind == kind && Arrays.equals(branch.fixed, fixed)) {
                return branch;
            }
        }
        return null;
    }

    /**
     * Whether a token can begin in what stays, with another message: in a word of hexadecimal letters that the token goes on with, or in
     * one that a UUID may begin with.
     */
    private static boolean isAmbiguous(byte[] text, int from, int to) {
        int letters = 0;
        boolean whole = true;
        for (int i = from; i < to; i++) {
            if (Utf8Text.isHex(text[i])) {
                letters++;
                continue;
            }
            if (whole && letters == UUID_BEGINNING && text[i] == '-') {
                return true;
            }
            letters = 0;
            // A byte that is not ASCII may be the end of a letter or not: both are thought of.
            whole = text[i] < 0 || !Utf8Text.isOfWordFrom(text, i, to);
        }
        return whole && letters > 0;
    }
}
