package io.vaportrail.logs.insights.regex;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the usual part of RE2's syntax of an expression that RE2/J has accepted; at anything else it gives up.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2's syntax</a>
 */
final class NodeParser {
    private static final int DEEPEST = 50;
    private static final int MOST_REPEATS = 1000;

    private final String text;
    private int at;
    private int groups;
    private int depth;
    private boolean folds;

    NodeParser(String text) {
        this.text = text;
    }

    /** It is none of the usual ones. */
    static final class UnusualException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Node all() throws UnusualException {
        if (text.startsWith("(?i)")) {
            folds = true;
            at = "(?i)".length();
        }
        Node node = choice();
        if (at < text.length()) {
            throw new UnusualException();
        }
        return node;
    }

    /** How many groups remember something. */
    int groups() {
        return groups;
    }

    /** Whether letters are as good as capitals; some that are not ASCII then count as letters that are. */
    boolean folds() {
        return folds;
    }

    private Node choice() throws UnusualException {
        if (++depth > DEEPEST) {
            throw new UnusualException();
        }
        List<Node> nodes = new ArrayList<>();
        do {
            nodes.add(sequence());
        } while (take('|'));
        depth--;
        return nodes.size() == 1 ? nodes.get(0) : new Node.Choice(List.copyOf(nodes));
    }

    private Node sequence() throws UnusualException {
        List<Node> nodes = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            nodes.add(repeated(one()));
        }
        return new Node.Sequence(List.copyOf(nodes));
    }

    private Node repeated(Node node) throws UnusualException {
        int least;
        int most = Integer.MAX_VALUE;
        if (take('*')) {
            least = 0;
        } else if (take('+')) {
            least = 1;
        } else if (take('?')) {
            least = 0;
            most = 1;
        } else if (take('{')) {
            least = number();
            most = take(',') ? peek() == '}' ? most : number() : least;
            if (!take('}')) {
                throw new UnusualException();
            }
        } else {
            return node;
        }
        boolean greedy = !take('?');
        boolean again = at < text.length() && "*+?{".indexOf(peek()) >= 0;
        if (again || node.canBeEmpty() || most < least) {
            throw new UnusualException();
        }
        return new Node.Repeat(node, least, most, greedy);
    }

    private int number() throws UnusualException {
        int number = -1;
        while (at < text.length() && peek() >= '0' && peek() <= '9' && number < MOST_REPEATS) {
            number = Math.max(number, 0) * 10 + (next() - '0');
        }
        if (number < 0 || number > MOST_REPEATS) {
            throw new UnusualException();
        }
        return number;
    }

    private Node one() throws UnusualException {
        char c = next();
        switch (c) {
            case '(':
                return group();
            case '[':
                return new Node.One(characters());
            case '.':
                return new Node.One(CharSet.ANY_BUT_NEWLINE);
            case '^':
                return new Node.Place(Program.Op.START);
            case '$':
                return new Node.Place(Program.Op.END);
            case '\\':
                return escaped();
            case '*', '+', '?', '{':
                throw new UnusualException();
            default:
                return c < 128 ? literal(c) : notAscii(c);
        }
    }

    private Node literal(char c) {
        CharSet set = CharSet.NONE.with(c, c);
        return new Node.One(folds ? set.folded() : set);
    }

    private Node notAscii(char first) throws UnusualException {
        if (Character.isHighSurrogate(first)) {
            String both = String.valueOf(new char[] {first, next()});
            return new Node.Bytes(both.getBytes(StandardCharsets.UTF_8));
        }
        return new Node.Bytes(String.valueOf(first).getBytes(StandardCharsets.UTF_8));
    }

    private Node group() throws UnusualException {
        int number = 0;
        if (text.startsWith("?:", at)) {
            at += 2;
        } else if (peek() == '?') {
            int name = text.startsWith("?P<", at) ? at + 3 : at + 2;
            int end = text.indexOf('>', at);
            if (end < 0 || text.charAt(name - 1) != '<') {
                throw new UnusualException();
            }
            at = end + 1;
            number = ++groups;
        } else {
            number = ++groups;
        }
        Node inner = choice();
        if (!take(')')) {
            throw new UnusualException();
        }
        return number == 0 ? inner : new Node.Group(inner, number);
    }

    private Node escaped() throws UnusualException {
        char c = next();
        if (c == 'b') {
            return new Node.Place(Program.Op.WORD_EDGE);
        }
        if (c == 'B') {
            return new Node.Place(Program.Op.NO_WORD_EDGE);
        }
        CharSet set = classOf(c);
        return set != null ? new Node.One(set) : literal(character(c));
    }

    private static @Nullable CharSet classOf(char c) {
        return switch (c) {
            case 'd' -> CharSet.DIGITS;
            case 'D' -> CharSet.DIGITS.inverse();
            case 'w' -> CharSet.WORD;
            case 'W' -> CharSet.WORD.inverse();
            case 's' -> CharSet.SPACE;
            case 'S' -> CharSet.SPACE.inverse();
            default -> null;
        };
    }

    /** What an escaped character is that is no class. */
    private static char character(char c) throws UnusualException {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> '\013';
            default -> {
                if (c >= 128 || Character.isLetterOrDigit(c)) {
                    throw new UnusualException();
                }
                yield c;
            }
        };
    }

    private CharSet characters() throws UnusualException {
        boolean inverse = take('^');
        CharSet set = CharSet.NONE;
        boolean first = true;
        while (first || peek() != ']') {
            first = false;
            char from = next();
            if (from == '[' && peek() == ':') {
                throw new UnusualException();
            }
            if (from == '\\') {
                char escaped = next();
                CharSet known = classOf(escaped);
                if (known != null) {
                    set = set.or(known);
                    continue;
                }
                from = character(escaped);
            }
            set = set.with(from, upTo(from));
        }
        at++;
        CharSet folded = folds ? set.folded() : set;
        return inverse ? folded.inverse() : folded;
    }

    /** The end of a range, or the character itself. */
    private char upTo(char from) throws UnusualException {
        char to = from;
        if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']') {
            at++;
            to = next();
            if (to == '\\') {
                to = character(next());
            }
        }
        if (from >= 128 || to >= 128 || to < from) {
            throw new UnusualException();
        }
        return to;
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private char peek() throws UnusualException {
        if (at >= text.length()) {
            throw new UnusualException();
        }
        return text.charAt(at);
    }

    private char next() throws UnusualException {
        char c = peek();
        at++;
        return c;
    }
}
