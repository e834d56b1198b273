package io.vaportrail.conformance.smithy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * XML by what it means: attributes and siblings of different names in any order, white space around elements without weight.
 *
 * @param name with its prefix
 * @param attributes namespace declarations included
 * @param text of an element without elements inside
 * @param children sorted by name; those of one name stay in their order
 */
public record XmlTree(String name, Map<String, String> attributes, String text, List<XmlTree> children) {
    /** The document as a tree. */
    public static XmlTree of(String xml) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return of(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("xml: " + xml + " (expected: a document)", e);
        }
    }

    /** Whether an element of that name is directly inside. */
    public boolean hasChild(String childName) {
        return children.stream().anyMatch(child -> child.name().equals(childName));
    }

    XmlTree withoutChild(String childName) {
        List<XmlTree> others = children.stream()
                .filter(child -> !child.name().equals(childName))
                .toList();
        return new XmlTree(name, attributes, text, others);
    }

    XmlTree withoutAttributes() {
        return new XmlTree(name, Map.of(), text, children);
    }

    private static XmlTree of(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap found = element.getAttributes();
        for (int i = 0; i < found.getLength(); i++) {
            attributes.put(found.item(i).getNodeName(), found.item(i).getNodeValue());
        }
        List<XmlTree> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(of(child));
            }
        }
        children.sort((a, b) -> a.name().compareTo(b.name()));
        return new XmlTree(
                element.getTagName(), attributes, children.isEmpty() ? element.getTextContent() : "", children);
    }
}
