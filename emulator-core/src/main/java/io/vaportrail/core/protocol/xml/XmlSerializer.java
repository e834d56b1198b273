package io.vaportrail.core.protocol.xml;

import io.vaportrail.core.protocol.TextValues;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.TimestampFormat;
import io.vaportrail.schema.XmlNamespace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as XML, by their schemas.
 *
 * @see <a href="https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings">Smithy: XML binding traits</a>
 */
public final class XmlSerializer {
    private XmlSerializer() {}

    /** Adds the members that are attributes to the element that was started last. */
    public static void writeAttributes(XmlWriter out, Struct struct) {
        List<Member> members = struct.schema().members();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Object value = member.xmlAttribute() ? struct.get(i) : null;
            if (value != null) {
                out.attribute(member.xmlName(), format(member, value));
            }
        }
    }

    /** Writes those of these members that are there and are no attributes, each as its own element. */
    public static void writeElements(XmlWriter out, Struct struct, List<Member> members) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Object value = member.xmlAttribute() ? null : struct.get(member.index());
            if (value != null) {
                writeMember(out, member, value);
            }
        }
    }

    /** Writes a structure or union as an element of this name. */
    public static void writeStruct(XmlWriter out, String name, @Nullable XmlNamespace namespace, Struct struct) {
        out.open(name, namespace);
        XmlNamespace own = struct.schema().xmlNamespace();
        if (own != null && own.prefix() != null && !own.equals(namespace)) {
            // Only the outermost structure sets the default namespace, but the names of attributes need their prefix
            // declared.
            out.declare(own);
        }
        writeAttributes(out, struct);
        writeElements(out, struct, struct.schema().members());
        out.close(name);
    }

    /** Writes the value of a member as an element of the member's XML name, or as several when it is flattened. */
    public static void writeMember(XmlWriter out, Member member, Object value) {
        Schema target = member.target();
        if (target instanceof ListSchema list && member.flattened()) {
            XmlNamespace own = list.element().xmlNamespace();
            XmlNamespace namespace = own == null ? member.xmlNamespace() : own;
            writeEach(out, member.xmlName(), namespace, list.element(), (List<?>) value);
        } else if (target instanceof MapSchema map && member.flattened()) {
            writeEntries(out, member.xmlName(), member.xmlNamespace(), map, (Map<?, ?>) value);
        } else {
            writeValue(out, member.xmlName(), member.xmlNamespace(), member, value);
        }
    }

    private static void writeValue(
            XmlWriter out, String name, @Nullable XmlNamespace namespace, Member member, @Nullable Object value) {
        if (value instanceof Struct struct) {
            writeStruct(out, name, namespace, struct);
            return;
        }
        out.open(name, namespace);
        if (value instanceof List<?> elements && member.target() instanceof ListSchema list) {
            Member element = list.element();
            writeEach(out, element.xmlName(), element.xmlNamespace(), element, elements);
        } else if (value instanceof Map<?, ?> entries && member.target() instanceof MapSchema map) {
            writeEntries(out, "entry", null, map, entries);
        } else if (value instanceof Instant) {
            out.time(format(member, value));
        } else if (value != null) {
            out.text(format(member, value));
        }
        out.close(name);
    }

    private static void writeEach(
            XmlWriter out, String name, @Nullable XmlNamespace namespace, Member element, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            writeValue(out, name, namespace, element, values.get(i));
        }
    }

    private static void writeEntries(
            XmlWriter out, String name, @Nullable XmlNamespace namespace, MapSchema map, Map<?, ?> entries) {
        Member key = map.key();
        Member value = map.value();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            out.open(name, namespace);
            writeValue(out, key.xmlName(), key.xmlNamespace(), key, entry.getKey());
            writeValue(out, value.xmlName(), value.xmlNamespace(), value, entry.getValue());
            out.close(name);
        }
    }

    private static String format(Member member, Object value) {
        TimestampFormat stated = member.timestampFormat();
        return TextValues.format(member.target(), value, stated == null ? TimestampFormat.DATE_TIME : stated);
    }
}
