package io.vaportrail.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.identity.CredentialScopes;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.Router;
import io.vaportrail.core.routing.RoutingException;
import io.vaportrail.schema.ServiceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever is sent, routing and decoding end in an operation's input, or in an error that blames the sender. */
class RoutingFuzzTest {
    private static final List<String> HEADERS = List.of(
            "Host",
            "Content-Type",
            "X-Amz-Target",
            "Smithy-Protocol",
            "Authorization",
            "x-amz-copy-source",
            "x-amz-date");

    private static final List<String> PARTS = List.of(
            "/",
            "?",
            "&",
            "=",
            ".",
            ":",
            "%",
            "%2F",
            "%ff",
            "+",
            ";",
            "[",
            "]",
            "@",
            "\u0000",
            "é",
            "Action",
            "Version",
            "ListQueues",
            "SendMessage",
            "PutMetricData",
            "2012-11-05",
            "QueueUrl",
            "AmazonSQS",
            "AmazonSQS.SendMessage",
            "GraniteServiceVersion20100801",
            "service/",
            "operation/",
            "rpc-v2-cbor",
            "AWS4-HMAC-SHA256 Credential=",
            "AWS4-ECDSA-P256-SHA256 ",
            "AWS ",
            "test/20260105/us-east-1/sqs/aws4_request",
            "/s3/aws4_request",
            "sqs",
            "s3",
            "ses",
            "sqs.us-east-1.amazonaws.com",
            "orders.s3.localhost",
            "X-Amz-Credential",
            "AWSAccessKeyId",
            "application/x-www-form-urlencoded",
            "application/x-amz-json-1.0",
            "application/json",
            "application/cbor",
            "v2/email/",
            "identities",
            "000000000000/OrderQueue",
            "orders",
            "uploadId",
            "partNumber",
            "acl",
            "x-id",
            "list-type=2",
            "{}",
            "{\"QueueUrl\":1}",
            "<Tagging>",
            "</Tagging>",
            "Attribute.1.Name",
            "Tag.1.Key");

    private final Router router = new ModelRouter(new ModelCatalog(), Protocols.all());

    @Property(tries = 4_000)
    void endsInAnInputOrInASendersError(@ForAll("requests") HttpRequest request) {
        try {
            Route route = router.route(request);
            assertThat(route.protocol().decode(route.operation(), route.request()))
                    .isNotNull();
        } catch (RoutingException e) {
            assertThat(e.answer().error().httpStatus()).isBetween(400, 499);
            assertThat(e.protocol().encodeError(e.service(), e.answer(), "id").status())
                    .isBetween(400, 499);
        } catch (ServiceException e) {
            assertThat(e.error().senderFault() || e.error().httpStatus() == 501).isTrue();
        }
    }

    @Property(tries = 2_000)
    void readsAnyCredentialScope(@ForAll("requests") HttpRequest request) {
        try {
            CredentialScopes.of(request);
        } catch (ServiceException e) {
            assertThat(e.error().code()).isEqualTo("IncompleteSignature");
        }
    }

    @Test
    void isQuickWithRequestsMadeToBeSlow() {
        byte[] body = "Action".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        String[] types = {"application/x-www-form-urlencoded", "application/xml", "application/json"};
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String type : types) {
                for (String unit : List.of("/", "/a", "&", "a&", "=", "%2F", "x-id=", ".s3")) {
                    String uri = "/" + unit.repeat(8_000) + "?" + unit.repeat(8_000);
                    ListHeaders headers = ListHeaders.of("Content-Type", type, "Host", unit.repeat(8_000));
                    headers.add("Authorization", "AWS4-HMAC-SHA256 Credential=" + unit.repeat(8_000));
                    endsInAnInputOrInASendersError(RequestText.request("POST", uri, headers, body));
                }
            }
        });
    }

    @Provide
    Arbitrary<HttpRequest> requests() {
        Arbitrary<String> text = Arbitraries.oneOf(
                        Arbitraries.of(PARTS),
                        Arbitraries.of(PARTS),
                        Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        Arbitrary<ListHeaders> headers = Combinators.combine(Arbitraries.of(HEADERS), text)
                .as(List::of)
                .list()
                .ofMaxSize(4)
                .map(RoutingFuzzTest::headers);
        return Combinators.combine(
                        Arbitraries.of("GET", "POST", "PUT", "HEAD", "DELETE", "PATCH", ""), text, headers, text)
                .as((method, uri, sent, body) ->
                        RequestText.request(method, "/" + uri, sent, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ListHeaders headers(List<List<String>> pairs) {
        ListHeaders headers = ListHeaders.of();
        pairs.forEach(pair -> headers.add(pair.get(0), pair.get(1)));
        return headers;
    }
}
