package io.vaportrail.core.protocol.rest;

import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.TextValues;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.TimestampFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Values in headers.
 *
 * @see <a href="https://smithy.io/2.0/spec/http-bindings.html#httpheader-trait">Smithy: httpHeader</a>
 */
final class HeaderValues {
    private HeaderValues() {}

    /** The value of a member, from all headers of its name. */
    static Object parse(Member member, List<String> values) {
        if (!(member.target() instanceof ListSchema list)) {
            return parseOne(member, values.get(0));
        }
        List<Object> elements = new ArrayList<>();
        for (String value : values) {
            for (String item : split(list.element(), value)) {
                elements.add(parseOne(list.element(), item));
            }
        }
        return Collections.unmodifiableList(elements);
    }

    /** The header of a member, or an empty text for an empty list. */
    static String format(Member member, Object value) {
        if (!(member.target() instanceof ListSchema list)) {
            return formatOne(member, value);
        }
        StringBuilder text = new StringBuilder();
        for (Object element : (List<?>) value) {
            if (element != null) {
                text.append(text.length() == 0 ? "" : ", ").append(formatElement(list.element(), element));
            }
        }
        return text.toString();
    }

    private static Object parseOne(Member member, String text) {
        Schema shape = member.target();
        if (isEncoded(shape)) {
            String decoded = TextValues.parseBase64(shape, text).toUtf8();
            return decoded;
        }
        return TextValues.parse(shape, text, formatOf(member));
    }

    private static String formatOne(Member member, Object value) {
        Schema shape = member.target();
        return isEncoded(shape)
                ? Blob.ofUtf8((String) value).toBase64()
                : TextValues.format(shape, value, formatOf(member));
    }

    private static String formatElement(Member element, Object value) {
        String text = formatOne(element, value);
        boolean quote = element.target().type().isString()
                && (text.isEmpty() || text.indexOf(',') >= 0 || text.indexOf('"') >= 0);
        return quote ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : text;
    }

    /** Text of a media type, JSON for example, is carried in base64. */
    private static boolean isEncoded(Schema shape) {
        return shape.type().isString() && shape instanceof SimpleSchema simple && simple.mediaType() != null;
    }

    private static TimestampFormat formatOf(Member member) {
        TimestampFormat stated = member.timestampFormat();
        return stated == null ? TimestampFormat.HTTP_DATE : stated;
    }

    private static List<String> split(Member element, String value) {
        List<String> items = new ArrayList<>();
        boolean dates =
                element.target().type() == ShapeType.TIMESTAMP && formatOf(element) == TimestampFormat.HTTP_DATE;
        int at = 0;
        while (at < value.length()) {
            at = dates ? takeDate(value, at, items) : takeItem(value, at, items);
        }
        return items;
    }

    /** Takes a date, which has one comma of its own, and gives the index after the comma that ends it. */
    private static int takeDate(String value, int from, List<String> items) {
        int own = value.indexOf(',', from);
        int end = own < 0 ? -1 : value.indexOf(',', own + 1);
        if (end < 0) {
            end = value.length();
        }
        items.add(value.substring(from, end).strip());
        return end + 1;
    }

    private static int takeItem(String value, int from, List<String> items) {
        int start = from;
        while (start < value.length() && value.charAt(start) == ' ') {
            start++;
        }
        if (start < value.length() && value.charAt(start) == '"') {
            return takeQuoted(value, start + 1, items);
        }
        int end = value.indexOf(',', start);
        if (end < 0) {
            end = value.length();
        }
        String item = value.substring(start, end).strip();
        if (!item.isEmpty()) {
            items.add(item);
        }
        return end + 1;
    }

    private static int takeQuoted(String value, int from, List<String> items) {
        StringBuilder item = new StringBuilder();
        int at = from;
        while (at < value.length() && value.charAt(at) != '"') {
            if (value.charAt(at) == '\\' && at + 1 < value.length()) {
                at++;
            }
            item.append(value.charAt(at++));
        }
        int end = value.indexOf(',', at);
        boolean closed = at < value.length()
                && value.substring(at + 1, end < 0 ? value.length() : end).isBlank();
        if (!closed) {
            throw SerializationErrors.of("Quoted text in a header does not end where expected");
        }
        items.add(item.toString());
        return end < 0 ? value.length() : end + 1;
    }
}
