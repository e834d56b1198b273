package io.vaportrail.identity.sts.saml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One element of a document from a stranger. Documents with a document type are refused before anything of it is read, and with it
 * entities; elements may be nested {@value #MAX_DEPTH} deep; nothing is ever fetched.
 */
public final class SamlXml {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 20_000;
    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final Map<String, String> attributes;
    private final List<SamlXml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private SamlXml(XMLStreamReader reader) {
        this.name = reader.getLocalName();
        this.attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLResolver nothing = (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]);
        factory.setXMLResolver(nothing);
        return factory;
    }

    /** The root element, or {@code null} when the document is none, has a document type, or is nested too deeply. */
    public static @Nullable SamlXml parse(byte[] document) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return null;
        }
    }

    private static @Nullable SamlXml read(XMLStreamReader reader) throws XMLStreamException {
        SamlXml root = null;
        List<SamlXml> open = new ArrayList<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    SamlXml element = new SamlXml(reader);
                    if (++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
                        return null;
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.get(open.size() - 1).children.add(element);
                    }
                    open.add(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.get(open.size() - 1).text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return null;
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return root;
    }

    /** The name without its prefix. */
    public String name() {
        return name;
    }

    /** An attribute by its name without prefix, or {@code null}. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The text directly in the element, without white space around it. */
    public String text() {
        return text.toString().strip();
    }

    /** The first child of this name, or {@code null}. */
    public @Nullable SamlXml child(String childName) {
        for (SamlXml child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** What the names lead to, one below the other, or {@code null}. */
    public @Nullable SamlXml at(String... path) {
        SamlXml here = this;
        for (String step : path) {
            here = here.child(step);
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    /** The text of what the names lead to, or {@code null} when there is none. */
    public @Nullable String textAt(String... path) {
        SamlXml found = at(path);
        return found == null || found.text().isEmpty() ? null : found.text();
    }

    /** The children of this name. */
    public List<SamlXml> children(String childName) {
        List<SamlXml> found = new ArrayList<>();
        for (SamlXml child : children) {
            if (child.name.equals(childName)) {
                found.add(child);
            }
        }
        return found;
    }
}
