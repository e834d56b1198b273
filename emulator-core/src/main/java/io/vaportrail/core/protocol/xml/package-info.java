/**
 * XML bodies: what restXml sends and reads, and what awsQuery answers with. Start with {@link
 * io.vaportrail.core.protocol.xml.XmlSerializer} and {@link io.vaportrail.core.protocol.xml.XmlDeserializer}.
 */
@NullMarked
package io.vaportrail.core.protocol.xml;

import org.jspecify.annotations.NullMarked;
