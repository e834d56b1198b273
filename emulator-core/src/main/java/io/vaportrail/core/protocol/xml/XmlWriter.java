package io.vaportrail.core.protocol.xml;

import io.vaportrail.schema.XmlNamespace;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes one XML document, element by element. */
public final class XmlWriter {
    private final StringBuilder out = new StringBuilder(512);
    private boolean inStartTag;
    private boolean milliseconds;

    /** Writes the XML declaration, which must come first. */
    public XmlWriter declaration(String text) {
        out.append(text);
        return this;
    }

    /** Has times written with milliseconds even where those are zero. */
    XmlWriter alwaysWithMilliseconds() {
        milliseconds = true;
        return this;
    }

    /** Adds a time as text to the element. */
    XmlWriter time(String text) {
        boolean whole = milliseconds && text.endsWith("Z") && text.indexOf('.') < 0;
        return text(whole ? text.substring(0, text.length() - 1) + ".000Z" : text);
    }

    /** Starts an element, with a namespace declaration unless {@code null}. */
    public XmlWriter open(String name, @Nullable XmlNamespace namespace) {
        endStartTag();
        out.append('<').append(name);
        inStartTag = true;
        if (namespace != null) {
            declare(namespace);
        }
        return this;
    }

    /** Starts an element. */
    public XmlWriter open(String name) {
        return open(name, null);
    }

    /** Declares a namespace on the element that was started last. */
    public XmlWriter declare(XmlNamespace namespace) {
        String prefix = namespace.prefix();
        return attribute(prefix == null ? "xmlns" : "xmlns:" + prefix, namespace.uri());
    }

    /** Adds an attribute to the element that was started last. */
    public XmlWriter attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    /** Adds text to the element. */
    public XmlWriter text(String text) {
        if (!text.isEmpty()) {
            endStartTag();
            escape(text, false);
        }
        return this;
    }

    /** Ends the element of this name. */
    public XmlWriter close(String name) {
        if (inStartTag) {
            out.append("/>");
            inStartTag = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    /** Writes an element that holds text alone. */
    public XmlWriter element(String name, String text) {
        return open(name).text(text).close(name);
    }

    /** The document in UTF-8. */
    public byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void endStartTag() {
        if (inStartTag) {
            out.append('>');
            inStartTag = false;
        }
    }

    private void escape(String text, boolean attribute) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escaped(text.charAt(i), attribute);
            if (escaped != null) {
                out.append(text, written, i).append(escaped);
                written = i + 1;
            }
        }
        out.append(text, written, text.length());
    }

    /** Control characters become references, which readers of XML 1.1 take and which AWS sends too. */
    private static @Nullable String escaped(char c, boolean attribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> attribute ? "&quot;" : null;
            case '\n', '\t' -> attribute ? reference(c) : null;
            case '\u0085', '\u2028', '\ufffe', '\uffff' -> reference(c);
            default -> c < ' ' ? reference(c) : null;
        };
    }

    private static String reference(char c) {
        return "&#x" + Integer.toHexString(c) + ';';
    }
}
