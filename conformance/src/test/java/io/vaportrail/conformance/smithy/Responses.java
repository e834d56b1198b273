package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/** Compares responses with what a case states. */
final class Responses {
    static final String REQUEST_ID = "4442587f-5e8d-5c9e-8a2b-1d0d1e0b7e11";

    private static final Pattern XML_REQUEST_ID = Pattern.compile("<RequestId>(.*)</RequestId>");

    private Responses() {}

    static void assertAgrees(HttpResponse response, HttpResponseTestCase test) {
        assertThat(response.status()).as("status").isEqualTo(test.getCode());
        assertHeaders(response, test.getHeaders());
        for (String forbidden : test.getForbidHeaders()) {
            assertThat(response.header(forbidden)).as(forbidden).isNull();
        }
        for (String required : test.getRequireHeaders()) {
            assertThat(header(response, required)).as(required).isNotNull();
        }
        test.getBody()
                .ifPresent(body -> Bodies.assertSame(
                        response.body(), body, test.getBodyMediaType().orElse("text/plain")));
    }

    /** The request id that a case states in a header or in XML, or ours. */
    static String requestId(HttpResponseTestCase test) {
        Matcher inBody = XML_REQUEST_ID.matcher(test.getBody().orElse(""));
        if (inBody.find()) {
            return inBody.group(1);
        }
        return test.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("x-amzn-RequestId"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(REQUEST_ID);
    }

    static void assertHeaders(HttpResponse response, Map<String, String> expected) {
        expected.forEach((name, value) ->
                assertThat(header(response, name)).as("header %s", name).isEqualTo(value));
    }

    /** A header; the length is the server's to add. */
    private static @Nullable String header(HttpResponse response, String name) {
        return name.equalsIgnoreCase("Content-Length") ? String.valueOf(response.body().length) : response.header(name);
    }
}
