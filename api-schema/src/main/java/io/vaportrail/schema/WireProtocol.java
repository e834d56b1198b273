package io.vaportrail.schema;

/** The wire protocols of AWS's APIs. */
public enum WireProtocol {
    /** <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0</a>. */
    AWS_JSON_1_0,
    /** <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">AWS JSON 1.1</a>. */
    AWS_JSON_1_1,
    /** <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS query</a>. */
    AWS_QUERY,
    /** <a href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">AWS restJson1</a>. */
    REST_JSON_1,
    /** <a href="https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html">AWS restXml</a>. */
    REST_XML,
    /** <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">Smithy RPC v2 CBOR</a>. */
    RPC_V2_CBOR;

    /** Whether operations are told apart by method and path. */
    public boolean isRest() {
        return this == REST_JSON_1 || this == REST_XML;
    }
}
