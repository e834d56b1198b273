/**
 * The protocols with JSON bodies. Start with {@link io.vaportrail.core.protocol.json.AwsJsonProtocol}; the bytes are the work of
 * {@code JsonDeserializer} and {@code JsonSerializer}.
 */
@NullMarked
package io.vaportrail.core.protocol.json;

import org.jspecify.annotations.NullMarked;
