package io.vaportrail.core.protocol;

import io.vaportrail.core.protocol.cbor.RpcV2CborProtocol;
import io.vaportrail.core.protocol.json.AwsJsonProtocol;
import io.vaportrail.core.protocol.json.RestJsonBodyCodec;
import io.vaportrail.core.protocol.query.AwsQueryProtocol;
import io.vaportrail.core.protocol.xml.RestXmlBodyCodec;
import io.vaportrail.schema.WireProtocol;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The wire protocols by name, each made when first spoken. */
public final class Protocols {
    private final Function<WireProtocol, Protocol> maker;
    private final Map<WireProtocol, Protocol> made = new ConcurrentHashMap<>();

    /** Protocols made by the function, each once. */
    public Protocols(Function<WireProtocol, Protocol> maker) {
        this.maker = maker;
    }

    /** All of them. */
    public static Protocols all() {
        return new Protocols(Protocols::make);
    }

    /** The protocol of this name. */
    public Protocol get(WireProtocol id) {
        Protocol known = made.get(id);
        return known == null ? made.computeIfAbsent(id, maker) : known;
    }

    /** Each case loads its own classes alone. */
    private static Protocol make(WireProtocol id) {
        return switch (id) {
            case AWS_JSON_1_0 -> AwsJsonProtocol.V1_0;
            case AWS_JSON_1_1 -> AwsJsonProtocol.V1_1;
            case AWS_QUERY -> AwsQueryProtocol.INSTANCE;
            case REST_JSON_1 -> RestJsonBodyCodec.PROTOCOL;
            case REST_XML -> RestXmlBodyCodec.PROTOCOL;
            case RPC_V2_CBOR -> RpcV2CborProtocol.INSTANCE;
        };
    }
}
