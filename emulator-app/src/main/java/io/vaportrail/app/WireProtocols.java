package io.vaportrail.app;

import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.protocol.cbor.RpcV2CborProtocol;
import io.vaportrail.core.protocol.json.AwsJsonProtocol;
import io.vaportrail.core.protocol.json.RestJsonBodyCodec;
import io.vaportrail.schema.WireProtocol;

/** All wire protocols that the emulator speaks. */
final class WireProtocols {
    private WireProtocols() {}

    static Protocols all() {
        return new Protocols(WireProtocols::make);
    }

    private static Protocol make(WireProtocol id) {
        return switch (id) {
            case AWS_JSON_1_0 -> AwsJsonProtocol.V1_0;
            case AWS_JSON_1_1 -> AwsJsonProtocol.V1_1;
            case REST_JSON_1 -> RestJsonBodyCodec.PROTOCOL;
            case RPC_V2_CBOR -> RpcV2CborProtocol.INSTANCE;
            case AWS_QUERY, REST_XML ->
                throw new IllegalArgumentException("protocol: " + id + " (expected: JSON or CBOR)");
        };
    }
}
