package io.vaportrail.identity.iam.provider;

import io.vaportrail.identity.iam.IamErrors;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The description that a SAML identity provider gives of itself: an {@code EntityDescriptor} with an {@code IDPSSODescriptor}. */
final class SamlMetadata {
    private SamlMetadata() {}

    /** Refuses what is no such description. */
    static void check(String document) {
        boolean provider = false;
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(document));
            boolean root = true;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (root && !reader.getLocalName().equals("EntityDescriptor")) {
                    throw IamErrors.invalidInput("Could not parse metadata");
                }
                root = false;
                provider |= reader.getLocalName().equals("IDPSSODescriptor");
            }
        } catch (XMLStreamException e) {
            throw IamErrors.invalidInput("Could not parse metadata");
        }
        if (!provider) {
            throw IamErrors.invalidInput("Could not parse metadata");
        }
    }

    /** Neither document types nor what they refer to are read. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
