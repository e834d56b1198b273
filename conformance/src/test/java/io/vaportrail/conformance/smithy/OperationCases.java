package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpMalformedResponseBodyDefinition;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/**
 * Tries cases of one operation.
 *
 * @param protocol what is tried
 * @param routing what is read from requests beforehand
 * @param service the operation's service
 * @param operation the operation
 */
record OperationCases(
        Protocol protocol, RequestRouting routing, SmithyService service, OperationSchema<?, ?> operation) {
    void request(HttpRequestTestCase test) {
        Struct input = decode(Requests.of(protocol.id(), test));
        Struct expected =
                operation.hasInput() ? Params.withDefaults(Params.struct(operation.input(), test.getParams())) : input;
        assertThat(Trees.of(input)).isEqualTo(Trees.of(expected));
    }

    void response(HttpResponseTestCase test) {
        Struct output = Params.struct(operation.output(), test.getParams());
        Responses.assertAgrees(protocol.encode(operation, output, Responses.requestId(test)), test);
    }

    void malformedRequest(HttpMalformedRequestTestCase test) {
        HttpRequest http = Requests.of(protocol.id(), test.getRequest());
        ServiceException error = catchThrowableOfType(ServiceException.class, () -> refuse(http));
        assertThat(error).as("refusal").isNotNull();
        HttpResponse response = protocol.encodeError(service, error, Responses.REQUEST_ID);
        assertThat(response.status()).isEqualTo(test.getResponse().getCode());
        Responses.assertHeaders(response, test.getResponse().getHeaders());
        test.getResponse().getBody().ifPresent(body -> assertBody(response, body));
    }

    private void refuse(HttpRequest http) {
        Struct input = decode(http);
        List<Violation> violations = Validator.validate(input);
        if (!violations.isEmpty()) {
            throw new SmithyWording(service.schemas()).word(operation, violations, protocol.id());
        }
    }

    Struct decode(HttpRequest http) {
        return protocol.decode(operation, routing.route(operation, http));
    }

    private static void assertBody(HttpResponse response, HttpMalformedResponseBodyDefinition body) {
        body.getContents().ifPresent(contents -> Bodies.assertSame(response.body(), contents, body.getMediaType()));
        body.getMessageRegex()
                .ifPresent(regex -> assertThat(Bodies.json(new String(response.body(), StandardCharsets.UTF_8))
                                .path("message")
                                .asText())
                        .matches(regex));
    }
}
