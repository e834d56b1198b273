package io.vaportrail.core.protocol.xml;

import io.vaportrail.core.protocol.Defaults;
import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.TextValues;
import io.vaportrail.core.protocol.xml.XmlCursor.MalformedXml;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.TimestampFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values from XML, by their schemas. Elements are known by their names without prefix; those of unknown names are left
 * aside.
 *
 * @see <a href="https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings">Smithy: XML binding traits</a>
 */
final class XmlDeserializer {
    private final XmlCursor cursor;

    private XmlDeserializer(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads the members of a structure from the elements in the root, whatever that is called.
     *
     * @throws MalformedXml when the document is not well formed
     * @throws ServiceException when a value in it is not of its member's type
     */
    static void readMembers(byte[] document, StructSchema<?> schema, List<Member> members, StructBuilder<?> into)
            throws MalformedXml {
        XmlDeserializer reader = new XmlDeserializer(XmlCursor.atRoot(document));
        reader.readMembers(schema, members, into);
        reader.cursor.finish();
    }

    /**
     * Reads the value of a member that is the whole document, whatever its root is called.
     *
     * @throws MalformedXml when the document is not well formed
     * @throws ServiceException when a value in it is not of its member's type
     */
    static Object readValue(byte[] document, Member member) throws MalformedXml {
        XmlDeserializer reader = new XmlDeserializer(XmlCursor.atRoot(document));
        Object value = reader.readValue(member);
        reader.cursor.finish();
        return value;
    }

    private void readMembers(StructSchema<?> schema, List<Member> members, StructBuilder<?> into) throws MalformedXml {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            String attribute = member.xmlAttribute() ? cursor.attribute(member.xmlName()) : null;
            if (attribute != null) {
                into.set(member.index(), parse(member, attribute));
            }
        }
        while (cursor.nextChild()) {
            Member member = schema.memberByXmlName(cursor.name());
            if (member == null || member.xmlAttribute() || !members.contains(member)) {
                cursor.skip();
            } else if (member.flattened() && member.target() instanceof ListSchema list) {
                List<Object> elements = growing(into, member);
                elements.add(readValue(list.element()));
            } else if (member.flattened() && member.target() instanceof MapSchema map) {
                readEntry(map, growingMap(into, member));
            } else {
                into.set(member.index(), readValue(member));
            }
        }
        for (int i = 0; i < members.size(); i++) {
            freeze(into, members.get(i));
        }
    }

    private Object readValue(Member member) throws MalformedXml {
        Schema target = member.target();
        if (target instanceof StructSchema<?> schema) {
            return readStruct(schema);
        } else if (target instanceof ListSchema list) {
            return readList(list);
        } else if (target instanceof MapSchema map) {
            return readMap(map);
        }
        return parse(member, cursor.text());
    }

    private Struct readStruct(StructSchema<?> schema) throws MalformedXml {
        StructBuilder<?> builder = schema.newBuilder();
        readMembers(schema, schema.members(), builder);
        if (schema.type() == ShapeType.UNION && membersSet(schema, builder) != 1) {
            throw SerializationErrors.brokenUnion(schema);
        }
        Defaults.fill(schema, builder);
        return builder.build();
    }

    private List<Object> readList(ListSchema list) throws MalformedXml {
        String name = list.element().xmlName();
        List<Object> elements = new ArrayList<>();
        while (cursor.nextChild()) {
            if (cursor.name().equals(name)) {
                elements.add(readValue(list.element()));
            } else {
                cursor.skip();
            }
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<Object, Object> readMap(MapSchema map) throws MalformedXml {
        Map<Object, Object> entries = new LinkedHashMap<>();
        while (cursor.nextChild()) {
            if (cursor.name().equals("entry")) {
                readEntry(map, entries);
            } else {
                cursor.skip();
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private void readEntry(MapSchema map, Map<Object, Object> into) throws MalformedXml {
        Object key = null;
        Object value = null;
        while (cursor.nextChild()) {
            if (cursor.name().equals(map.key().xmlName())) {
                key = readValue(map.key());
            } else if (cursor.name().equals(map.value().xmlName())) {
                value = readValue(map.value());
            } else {
                cursor.skip();
            }
        }
        if (key == null || value == null) {
            throw SerializationErrors.nullElement(map);
        }
        into.put(key, value);
    }

    private static Object parse(Member member, String text) {
        TimestampFormat stated = member.timestampFormat();
        String meant = member.target().type().isString() ? text : text.strip();
        return TextValues.parse(member.target(), meant, stated == null ? TimestampFormat.DATE_TIME : stated);
    }

    private static int membersSet(StructSchema<?> schema, StructBuilder<?> builder) {
        int found = 0;
        for (int i = 0; i < schema.members().size(); i++) {
            found += builder.get(i) == null ? 0 : 1;
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> growing(StructBuilder<?> into, Member member) {
        Object known = into.get(member.index());
        if (known == null) {
            known = new ArrayList<>();
            into.set(member.index(), known);
        }
        return (List<Object>) known;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> growingMap(StructBuilder<?> into, Member member) {
        Object known = into.get(member.index());
        if (known == null) {
            known = new LinkedHashMap<>();
            into.set(member.index(), known);
        }
        return (Map<Object, Object>) known;
    }

    /** Flattened collections grow while their elements come in among others. */
    private static void freeze(StructBuilder<?> into, Member member) {
        Object value = member.flattened() ? into.get(member.index()) : null;
        if (value instanceof List<?> list) {
            into.set(member.index(), Collections.unmodifiableList(list));
        } else if (value instanceof Map<?, ?> map) {
            into.set(member.index(), Collections.unmodifiableMap(map));
        }
    }
}
