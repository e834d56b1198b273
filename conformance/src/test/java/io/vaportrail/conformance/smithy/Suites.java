package io.vaportrail.conformance.smithy;

import io.vaportrail.core.protocol.cbor.RpcV2CborProtocol;
import io.vaportrail.core.protocol.json.AwsJsonProtocol;
import io.vaportrail.core.protocol.json.RestJsonBodyCodec;
import io.vaportrail.core.protocol.query.AwsQueryProtocol;
import io.vaportrail.core.protocol.xml.RestXmlBodyCodec;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import software.amazon.smithy.model.Model;

/** The suites of all protocols, over one model. */
final class Suites {
    private static final Model MODEL =
            Model.assembler().discoverModels().assemble().unwrap();

    private static final SmithySchemas SCHEMAS = new SmithySchemas(MODEL);

    private static final List<ProtocolSuite> ALL = List.of(
            new ProtocolSuite(MODEL, SCHEMAS, "aws.protocols#awsJson1_0", AwsJsonProtocol.V1_0, RequestRouting.TARGET),
            new ProtocolSuite(MODEL, SCHEMAS, "aws.protocols#awsJson1_1", AwsJsonProtocol.V1_1, RequestRouting.TARGET),
            new ProtocolSuite(
                    MODEL, SCHEMAS, "aws.protocols#restJson1", RestJsonBodyCodec.PROTOCOL, RequestRouting.ROUTER),
            new ProtocolSuite(MODEL, SCHEMAS, "aws.protocols#awsQuery", AwsQueryProtocol.INSTANCE, RequestRouting.FORM),
            new ProtocolSuite(
                    MODEL, SCHEMAS, "aws.protocols#restXml", RestXmlBodyCodec.PROTOCOL, RequestRouting.ROUTER),
            new ProtocolSuite(
                    MODEL, SCHEMAS, "smithy.protocols#rpcv2Cbor", RpcV2CborProtocol.INSTANCE, RequestRouting.ROUTER));

    private Suites() {}

    static List<ProtocolSuite> all() {
        return ALL;
    }

    static ProtocolSuite of(WireProtocol protocol) {
        return ALL.stream()
                .filter(suite -> suite.protocol() == protocol)
                .findFirst()
                .orElseThrow();
    }
}
