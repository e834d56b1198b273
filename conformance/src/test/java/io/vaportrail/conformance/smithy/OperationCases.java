package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.protocol.Protocol;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestDefinition;
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
    private static final Origin ORIGIN = new Origin("127.0.0.1", null);

    void request(HttpRequestTestCase test) {
        Struct input = decode(http(
                test.getMethod(),
                test.getUri(),
                test.getQueryParams(),
                headers(test),
                test.getBody().orElse(""),
                test.getBodyMediaType().orElse(null)));
        Struct expected =
                operation.hasInput() ? Params.withDefaults(Params.struct(operation.input(), test.getParams())) : input;
        assertThat(Trees.of(input)).isEqualTo(Trees.of(expected));
    }

    void response(HttpResponseTestCase test) {
        Struct output = Params.struct(operation.output(), test.getParams());
        Responses.assertAgrees(protocol.encode(operation, output, Responses.requestId(test)), test);
    }

    void malformedRequest(HttpMalformedRequestTestCase test) {
        HttpMalformedRequestDefinition request = test.getRequest();
        HttpRequest http = http(
                request.getMethod(),
                request.expectUri(),
                request.getQueryParams(),
                request.getHeaders(),
                request.getBody().orElse(""),
                request.getBodyMediaType().orElse(null));
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

    private Struct decode(HttpRequest http) {
        return protocol.decode(operation, routing.route(operation, http));
    }

    /** Where the host says something of its own, as the bucket that stands in it, it is sent. */
    private static Map<String, String> headers(HttpRequestTestCase test) {
        Map<String, String> headers = new LinkedHashMap<>(test.getHeaders());
        test.getResolvedHost().ifPresent(host -> headers.put("Host", host));
        return headers;
    }

    private HttpRequest http(
            String method,
            String uri,
            List<String> queryParams,
            Map<String, String> headers,
            String body,
            @Nullable String mediaType) {
        ListHeaders list = ListHeaders.of();
        headers.forEach(list::add);
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        String stated = query < 0 ? "" : uri.substring(query + 1) + "&";
        String format = protocol.id() == WireProtocol.RPC_V2_CBOR ? "application/cbor" : String.valueOf(mediaType);
        return new HttpRequest(
                method, path, stated + String.join("&", queryParams), list, Bodies.bytes(body, format), ORIGIN);
    }

    private static void assertBody(HttpResponse response, HttpMalformedResponseBodyDefinition body) {
        body.getContents().ifPresent(contents -> Bodies.assertSame(response.body(), contents, body.getMediaType()));
        body.getMessageRegex().ifPresent(regex -> assertThat(
                        Bodies.json(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8))
                                .path("message")
                                .asText())
                .matches(regex));
    }
}
