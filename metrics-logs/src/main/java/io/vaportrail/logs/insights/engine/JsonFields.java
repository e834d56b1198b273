package io.vaportrail.logs.insights.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wanted fields of JSON messages into slots, straight from their bytes; all else is only passed over. Objects and arrays
 * are reached by dots: {@code a.b}, {@code list.0}. A message that is not one JSON object has no fields. For one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html">Supported
 *     logs and discovered fields</a>
 */
final class JsonFields {
    /** Deeper JSON has no fields. */
    private static final int DEEPEST = 200;

    private final Node root = new Node();
    private final List<Integer> slots = new ArrayList<>();
    private byte[] text = {};
    private int at;
    private int end;
    private @Nullable Object[] values = {};

    /** A part of the wanted paths. */
    private static final class Node {
        private final List<byte[]> names = new ArrayList<>();
        private final List<Node> children = new ArrayList<>();
        private int slot = -1;

        Node make(String name) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            Node known = child(bytes, 0, bytes.length);
            if (known != null) {
                return known;
            }
            Node child = new Node();
            names.add(bytes);
            children.add(child);
            return child;
        }

        @Nullable Node child(byte[] text, int from, int to) {
            for (int i = 0; i < names.size(); i++) {
                byte[] name = names.get(i);
                if (name.length == to - from && equal(name, text, from)) {
                    return children.get(i);
                }
            }
            return null;
        }

        private static boolean equal(byte[] name, byte[] text, int from) {
            for (int i = 0; i < name.length; i++) {
                if (name[i] != text[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    void want(String path, int slot) {
        Node node = root;
        for (String name : path.split("\\.", -1)) {
            node = node.make(name);
        }
        node.slot = slot;
        slots.add(slot);
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** Fills all slots that are wanted, with {@code null} where there is nothing. */
    void read(byte[] buffer, int offset, int length, @Nullable Object[] into) {
        forget(into);
        text = buffer;
        at = offset;
        end = offset + length;
        values = into;
        skipSpace();
        if (at == end || text[at] != '{') {
            return;
        }
        boolean whole = value(root, 0);
        skipSpace();
        if (!whole || at != end) {
            forget(into);
        }
    }

    private void forget(@Nullable Object[] into) {
        for (int i = 0; i < slots.size(); i++) {
            into[slots.get(i)] = null;
        }
    }

    private void skipSpace() {
        while (at < end && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    /** Reads or passes over a value; gives {@code false} when it is none. */
    private boolean value(@Nullable Node node, int depth) {
        if (at >= end || depth > DEEPEST) {
            return false;
        }
        int slot = node == null ? -1 : node.slot;
        switch (text[at]) {
            case '{':
                return object(node, depth);
            case '[':
                return array(node, depth);
            case '"':
                return string(slot);
            case 't':
                return word("true", slot, Boolean.TRUE);
            case 'f':
                return word("false", slot, Boolean.FALSE);
            case 'n':
                return word("null", -1, Boolean.FALSE);
            default:
                return number(slot);
        }
    }

    private boolean object(@Nullable Node node, int depth) {
        at++;
        skipSpace();
        if (at < end && text[at] == '}') {
            at++;
            return true;
        }
        while (at < end && text[at] == '"') {
            int start = at + 1;
            boolean escaped = passString();
            if (at > end) {
                return false;
            }
            Node child = node == null ? null : member(node, start, at - 1, escaped);
            skipSpace();
            if (at >= end || text[at] != ':') {
                return false;
            }
            at++;
            skipSpace();
            if (!value(child, depth + 1)) {
                return false;
            }
            skipSpace();
            if (at < end && text[at] == '}') {
                at++;
                return true;
            }
            if (at >= end || text[at] != ',') {
                return false;
            }
            at++;
            skipSpace();
        }
        return false;
    }

    /** Where the name of a member leads; a name with dots goes as many steps. */
    private static @Nullable Node step(Node node, byte[] name, int from, int to) {
        Node here = node;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || name[i] == '.') {
                Node next = here.child(name, start, i);
                if (next == null) {
                    return null;
                }
                here = next;
                start = i + 1;
            }
        }
        return here;
    }

    private @Nullable Node member(Node node, int from, int to, boolean escaped) {
        if (!escaped) {
            return step(node, text, from, to);
        }
        String name = JsonText.unescape(text, from, to);
        if (name == null) {
            return null;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return step(node, bytes, 0, bytes.length);
    }

    private boolean array(@Nullable Node node, int depth) {
        at++;
        skipSpace();
        if (at < end && text[at] == ']') {
            at++;
            return true;
        }
        boolean wanted = node != null && !node.names.isEmpty();
        for (int index = 0; at < end; index++) {
            Node child = null;
            if (wanted && node != null) {
                byte[] name = Integer.toString(index).getBytes(StandardCharsets.US_ASCII);
                child = node.child(name, 0, name.length);
            }
            if (!value(child, depth + 1)) {
                return false;
            }
            skipSpace();
            if (at < end && text[at] == ']') {
                at++;
                return true;
            }
            if (at >= end || text[at] != ',') {
                return false;
            }
            at++;
            skipSpace();
        }
        return false;
    }

    /** Goes behind the closing quote, or beyond the end when there is none; tells whether there are escapes. */
    private boolean passString() {
        boolean escaped = false;
        int i = at + 1;
        byte[] bytes = text;
        int last = end;
        while (i < last) {
            byte c = bytes[i++];
            if (c == '"') {
                at = i;
                return escaped;
            }
            if (c == '\\') {
                escaped = true;
                i++;
            }
        }
        at = end + 1;
        return escaped;
    }

    private boolean string(int slot) {
        int start = at + 1;
        boolean escaped = passString();
        if (at > end) {
            return false;
        }
        if (slot >= 0) {
            String content = escaped
                    ? JsonText.unescape(text, start, at - 1)
                    : new String(text, start, at - 1 - start, StandardCharsets.UTF_8);
            values[slot] = content;
            return content != null;
        }
        return true;
    }

    private boolean word(String word, int slot, Boolean value) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        if (slot >= 0) {
            values[slot] = value;
        }
        return true;
    }

    private boolean number(int slot) {
        int start = at;
        while (at < end && isOfNumber(text[at])) {
            at++;
        }
        if (at == start || !JsonText.isNumber(text, start, at)) {
            return false;
        }
        if (slot >= 0) {
            values[slot] = new String(text, start, at - start, StandardCharsets.ISO_8859_1);
        }
        return true;
    }

    private static boolean isOfNumber(byte c) {
        return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }
}
