/**
 * Smithy RPC v2 with CBOR bodies. Start with {@link io.vaportrail.core.protocol.cbor.RpcV2CborProtocol}; {@code CborDeserializer}
 * and {@code CborSerializer} walk the schema, {@code CborReader} and {@code CborWriter} know the bytes.
 */
@NullMarked
package io.vaportrail.core.protocol.cbor;

import org.jspecify.annotations.NullMarked;
