package io.vaportrail.core.protocol.xml;

import io.vaportrail.core.protocol.WireLimits;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Steps through an XML document, element by element. A document type is refused before anything of it is read, and with it every
 * entity but the five that XML itself has.
 */
final class XmlCursor {
    /**
     * The JDK's own limits, which differ between its versions (24 counts the five entities and cuts at 200 levels). They guard against
     * documents that grow while they are read, and without a document type none does: the size of the body is the limit.
     */
    private static final List<String> LIMITS_OF_THE_JDK = List.of(
            "jdk.xml.maxElementDepth",
            "jdk.xml.elementAttributeLimit",
            "jdk.xml.entityExpansionLimit",
            "jdk.xml.entityReplacementLimit",
            "jdk.xml.maxGeneralEntitySizeLimit",
            "jdk.xml.totalEntitySizeLimit");

    private static final String NO_LIMIT = "0";
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private int depth;

    private XmlCursor(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** A document that is not well formed, has a document type, or is nested too deeply. */
    static final class MalformedXml extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedXml(String message) {
            super(message, null, false, false);
        }
    }

    /** Starts at the root element. */
    static XmlCursor atRoot(byte[] document) throws MalformedXml {
        try {
            XmlCursor cursor = new XmlCursor(FACTORY.createXMLStreamReader(new ByteArrayInputStream(document)));
            if (!cursor.nextChild()) {
                throw new MalformedXml("document without an element");
            }
            return cursor;
        } catch (XMLStreamException e) {
            throw new MalformedXml("document that cannot be read");
        }
    }

    /** The name of the element, without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    /**
     * The attribute of this name of the element that was just entered; {@code null} when it is absent. Documents choose their own
     * prefixes: a name with one means an attribute with any.
     */
    @Nullable String attribute(String name) {
        int colon = name.indexOf(':');
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            boolean prefixed = prefix != null && !prefix.isEmpty();
            if (prefixed == colon >= 0 && name.substring(colon + 1).equals(reader.getAttributeLocalName(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Enters the next element inside the current one; {@code false} when there is none left, and the current one is left. */
    boolean nextChild() throws MalformedXml {
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > WireLimits.MAX_DEPTH) {
                    throw new MalformedXml("elements nested too deeply");
                }
                return true;
            } else if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                depth--;
                return false;
            } else if (isText(event) && !reader.isWhiteSpace()) {
                throw new MalformedXml("text where elements are expected");
            }
        }
    }

    /** The text of the current element, which is left. */
    String text() throws MalformedXml {
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = step();
            if (isText(event)) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return text.toString();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                throw new MalformedXml("element where text is expected");
            }
        }
    }

    /** Leaves the current element, whatever is in it. */
    void skip() throws MalformedXml {
        int open = 1;
        while (open > 0) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
        depth--;
    }

    /** Reads to the end, so that what follows the root is well formed too. */
    void finish() throws MalformedXml {
        while (step() != XMLStreamConstants.END_DOCUMENT) {
            // comments and processing instructions mean nothing
        }
    }

    /** The parser throws unchecked exceptions too on some malformed input. */
    private int step() throws MalformedXml {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw new MalformedXml("document that is not well formed");
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new MalformedXml("document type or entity");
        }
        return event;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        for (String limit : LIMITS_OF_THE_JDK) {
            factory.setProperty(limit, NO_LIMIT);
        }
        return factory;
    }
}
