package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpResponse;
import java.util.Map;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/** Compares responses with what a case states. */
final class Responses {
    static final String REQUEST_ID = "4442587f-5e8d-5c9e-8a2b-1d0d1e0b7e11";

    private Responses() {}

    static void assertAgrees(HttpResponse response, HttpResponseTestCase test) {
        assertThat(response.status()).as("status").isEqualTo(test.getCode());
        assertHeaders(response, test.getHeaders());
        for (String forbidden : test.getForbidHeaders()) {
            assertThat(response.header(forbidden)).as(forbidden).isNull();
        }
        for (String required : test.getRequireHeaders()) {
            if (!required.equalsIgnoreCase("Content-Length")) {
                assertThat(response.header(required)).as(required).isNotNull();
            }
        }
        test.getBody()
                .ifPresent(body -> Bodies.assertSame(
                        response.body(), body, test.getBodyMediaType().orElse("text/plain")));
    }

    static void assertHeaders(HttpResponse response, Map<String, String> expected) {
        expected.forEach((name, value) ->
                assertThat(response.header(name)).as("header %s", name).isEqualTo(value));
    }
}
