/**
 * What restJson1 and restXml have in common: members in headers, labels, query strings and the status code. Start with
 * {@link io.vaportrail.core.protocol.rest.RestProtocol}; {@link io.vaportrail.core.protocol.rest.BodyCodec} is what they differ in.
 */
@NullMarked
package io.vaportrail.core.protocol.rest;

import org.jspecify.annotations.NullMarked;
