package io.vaportrail.sqs.message;

import java.util.Map;

/** Writes maps and lists as XML elements: a list as several elements of one name. */
public final class PlainXml {
    private PlainXml() {}

    /** The document of this root. */
    public static String write(String root, Map<String, Object> content) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        element(xml, root, content);
        return xml.toString();
    }

    private static void element(StringBuilder xml, String name, Object content) {
        if (content instanceof Iterable<?> elements) {
            for (Object element : elements) {
                element(xml, name, element);
            }
            return;
        }
        xml.append('<').append(name).append('>');
        if (content instanceof Map<?, ?> members) {
            members.forEach((key, value) -> element(xml, (String) key, value));
        } else {
            escape(xml, content.toString());
        }
        xml.append("</").append(name).append('>');
    }

    private static void escape(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\r' -> xml.append("&#xD;");
                default -> xml.append(c);
            }
        }
    }
}
