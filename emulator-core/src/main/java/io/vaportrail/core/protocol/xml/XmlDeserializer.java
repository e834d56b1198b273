package io.vaportrail.core.protocol.xml;

import io.vaportrail.core.protocol.Defaults;
import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.TextValues;
import io.vaportrail.core.protocol.WireLimits;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.TimestampFormat;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one XML body. Elements and attributes that the model does not know are ignored, as is the name of the root element;
 * document types are refused, so that no entity is ever expanded or fetched.
 *
 * @see <a href="https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings">Smithy: XML binding traits</a>
 */
public final class XmlDeserializer {
    private final XMLStreamReader xml;
    private int depth;

    private XmlDeserializer(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The JDK's reader, made when the first XML body arrives. */
    private static final class Factory {
        static final XMLInputFactory SAFE = make();

        private static XMLInputFactory make() {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return factory;
        }
    }

    /**
     * Reads the body as those members of a structure that the body carries.
     *
     * @throws ServiceException when the body is no such XML
     */
    public static void readBody(byte[] body, StructSchema<?> schema, StructBuilder<?> into) {
        read(body, reader -> {
            reader.members(schema, into, true);
            return null;
        });
    }

    /**
     * Reads the body as the value of one member.
     *
     * @throws ServiceException when the body is no such XML
     */
    static @Nullable Object readValue(byte[] body, Member member) {
        return read(body, reader -> reader.value(member));
    }

    /** Reads with the root element open. */
    @FunctionalInterface
    private interface Reading {
        @Nullable Object read(XmlDeserializer reader) throws XMLStreamException;
    }

    private static @Nullable Object read(byte[] body, Reading reading) {
        try {
            XMLStreamReader xml = Factory.SAFE.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                XmlDeserializer reader = new XmlDeserializer(xml);
                reader.toRoot();
                Object value = reading.read(reader);
                reader.toEnd();
                return value;
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's reader answers some broken documents with unchecked exceptions of its own.
            throw e instanceof ServiceException told ? told : malformed();
        }
    }

    private static ServiceException malformed() {
        return CommonError.sender(
                "MalformedXML",
                400,
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    private void toRoot() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw malformed();
            }
        }
    }

    private void toEnd() throws XMLStreamException {
        while (xml.hasNext()) {
            xml.next();
        }
    }

    /** Reads the members of the element that is open, to its end. */
    private void members(StructSchema<?> schema, StructBuilder<?> into, boolean bodyOnly) throws XMLStreamException {
        enter();
        attributes(schema, into);
        while (toChild()) {
            Member member = named(schema);
            if (member == null || member.xmlAttribute() || (bodyOnly && member.location() != Location.BODY)) {
                skip();
            } else if (member.flattened() && member.target() instanceof ListSchema list) {
                listOf(into, member).add(value(list.element()));
            } else if (member.flattened() && member.target() instanceof MapSchema map) {
                entry(map, mapOf(into, member));
            } else {
                into.set(member.index(), value(member));
            }
        }
        Defaults.fill(schema, into);
        depth--;
    }

    private void attributes(StructSchema<?> schema, StructBuilder<?> into) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String local = xml.getAttributeLocalName(i);
            Member member = schema.memberByXmlName(prefix == null || prefix.isEmpty() ? local : prefix + ':' + local);
            if (member != null && member.xmlAttribute()) {
                into.set(member.index(), simple(member, xml.getAttributeValue(i)));
            }
        }
    }

    private @Nullable Member named(StructSchema<?> schema) {
        String prefix = xml.getPrefix();
        Member member =
                prefix == null || prefix.isEmpty() ? null : schema.memberByXmlName(prefix + ':' + xml.getLocalName());
        return member != null ? member : schema.memberByXmlName(xml.getLocalName());
    }

    /** Reads the element that is open, to its end. */
    private Object value(Member member) throws XMLStreamException {
        Schema target = member.target();
        if (target instanceof StructSchema<?> schema) {
            return struct(schema);
        } else if (target instanceof ListSchema list) {
            return list(list);
        } else if (target instanceof MapSchema map) {
            return map(map);
        }
        return simple(member, text());
    }

    private Object struct(StructSchema<?> schema) throws XMLStreamException {
        StructBuilder<?> into = schema.newBuilder();
        members(schema, into, false);
        if (schema.type() == ShapeType.UNION && setMembers(schema, into) != 1) {
            throw SerializationErrors.brokenUnion(schema);
        }
        return into.build();
    }

    private static int setMembers(StructSchema<?> schema, StructBuilder<?> into) {
        int set = 0;
        for (int i = 0; i < schema.members().size(); i++) {
            set += into.get(i) == null ? 0 : 1;
        }
        return set;
    }

    private List<?> list(ListSchema schema) throws XMLStreamException {
        enter();
        List<Object> elements = new ArrayList<>();
        while (toChild()) {
            if (xml.getLocalName().equals(schema.element().xmlName())) {
                elements.add(value(schema.element()));
            } else {
                skip();
            }
        }
        depth--;
        return Collections.unmodifiableList(elements);
    }

    private Map<String, ?> map(MapSchema schema) throws XMLStreamException {
        enter();
        Map<String, Object> entries = new LinkedHashMap<>();
        while (toChild()) {
            if (xml.getLocalName().equals("entry")) {
                entry(schema, entries);
            } else {
                skip();
            }
        }
        depth--;
        return Collections.unmodifiableMap(entries);
    }

    private void entry(MapSchema schema, Map<String, Object> into) throws XMLStreamException {
        enter();
        String key = null;
        Object value = null;
        while (toChild()) {
            if (xml.getLocalName().equals(schema.key().xmlName())) {
                key = text();
            } else if (xml.getLocalName().equals(schema.value().xmlName())) {
                value = value(schema.value());
            } else {
                skip();
            }
        }
        depth--;
        if (key == null || value == null) {
            throw malformed();
        }
        into.put(key, value);
    }

    /** The list that a flattened member gathers its elements in. */
    @SuppressWarnings("unchecked")
    private static List<Object> listOf(StructBuilder<?> into, Member member) {
        Object known = into.get(member.index());
        if (known == null) {
            known = new ArrayList<>();
            into.set(member.index(), known);
        }
        return (List<Object>) known;
    }

    /** The map that a flattened member gathers its entries in. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapOf(StructBuilder<?> into, Member member) {
        Object known = into.get(member.index());
        if (known == null) {
            known = new LinkedHashMap<>();
            into.set(member.index(), known);
        }
        return (Map<String, Object>) known;
    }

    private static Object simple(Member member, String text) {
        TimestampFormat stated = member.timestampFormat();
        String exact = member.target().type().isString() ? text : text.strip();
        return TextValues.parse(member.target(), exact, stated == null ? TimestampFormat.DATE_TIME : stated);
    }

    /** The text of the element that is open, to its end. */
    private String text() throws XMLStreamException {
        StringBuilder text = null;
        String first = "";
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE:
                    if (text == null && first.isEmpty()) {
                        first = xml.getText();
                    } else {
                        text = (text == null ? new StringBuilder(first) : text).append(xml.getText());
                    }
                    break;
                case XMLStreamConstants.END_ELEMENT:
                    return text == null ? first : text.toString();
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION:
                    break;
                default:
                    throw malformed();
            }
        }
    }

    /** Moves to the next element inside the one that is open, or past its end. */
    private boolean toChild() throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT:
                    return true;
                case XMLStreamConstants.END_ELEMENT:
                    return false;
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD:
                    throw malformed();
                default:
                    break;
            }
        }
    }

    private void skip() throws XMLStreamException {
        enter();
        while (toChild()) {
            skip();
        }
        depth--;
    }

    private void enter() {
        if (++depth > WireLimits.MAX_DEPTH) {
            throw SerializationErrors.tooDeep();
        }
    }
}
