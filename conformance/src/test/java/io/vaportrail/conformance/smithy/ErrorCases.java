package io.vaportrail.conformance.smithy;

import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.StructSchema;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/**
 * Tries cases of one error.
 *
 * @param protocol what is tried
 * @param service whose error it is
 * @param schema the error
 */
record ErrorCases(Protocol protocol, SmithyService service, StructSchema<DynamicStruct> schema) {
    void response(HttpResponseTestCase test) {
        ModeledError error = new ModeledError(Params.struct(schema, test.getParams()));
        Responses.assertAgrees(protocol.encodeError(service, error, Responses.requestId(test)), test);
    }
}
