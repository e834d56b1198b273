package io.vaportrail.conformance.answers;

import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.conformance.smithy.CborTree;
import io.vaportrail.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wire protocols of CloudWatch, spoken without an SDK: parameters and answers are plain trees. */
enum WireForm {
    /** awsJson 1.0, with the codes of the query protocol in a header. */
    JSON {
        @Override
        HttpRequest request(URI endpoint, String operation, Map<String, @Nullable Object> parameters) {
            return base(endpoint, "/")
                    .header("Content-Type", "application/x-amz-json-1.0")
                    .header("X-Amz-Target", SERVICE + "." + operation)
                    .POST(BodyPublishers.ofString(Json.write(seconds(parameters))))
                    .build();
        }

        @Override
        @Nullable Object read(String operation, byte[] body) {
            return body.length == 0 ? null : Json.readObject(new String(body, StandardCharsets.UTF_8));
        }
    },

    /** smithy-rpc-v2-cbor. */
    CBOR {
        @Override
        HttpRequest request(URI endpoint, String operation, Map<String, @Nullable Object> parameters) {
            return base(endpoint, "/service/" + SERVICE + "/operation/" + operation)
                    .header("Content-Type", "application/cbor")
                    .header("Accept", "application/cbor")
                    .header("smithy-protocol", "rpc-v2-cbor")
                    .POST(BodyPublishers.ofByteArray(CborWriter.bytes(parameters)))
                    .build();
        }

        @Override
        @Nullable Object read(String operation, byte[] body) {
            return body.length == 0 ? null : CborTree.of(body);
        }
    },

    /** awsQuery: a form, and XML. */
    QUERY {
        @Override
        HttpRequest request(URI endpoint, String operation, Map<String, @Nullable Object> parameters) {
            return base(endpoint, "/")
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                    .POST(BodyPublishers.ofString(Wire.encode(FORM.fields(operation, parameters))))
                    .build();
        }

        @Override
        @Nullable Object read(String operation, byte[] body) {
            return FORM.read(operation, new String(body, StandardCharsets.UTF_8));
        }
    };

    private static final String SERVICE = "GraniteServiceVersion20100801";
    private static final QueryForm FORM =
            new QueryForm("2010-08-01", "http://monitoring.amazonaws.com/doc/2010-08-01/");
    private static final double MILLIS = 1000;

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param queryError the header that says code and whose fault it is, or {@code null}
     * @param body the answer or the error as a tree
     */
    record Answer(
            int status,
            @Nullable String queryError,
            @Nullable Object body) {}

    abstract HttpRequest request(URI endpoint, String operation, Map<String, @Nullable Object> parameters);

    abstract @Nullable Object read(String operation, byte[] body);

    Answer call(HttpClient http, URI endpoint, String operation, Map<String, @Nullable Object> parameters) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request(endpoint, operation, parameters), BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("x-amzn-query-error").orElse(null),
                    read(operation, answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder base(URI endpoint, String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path))
                .header("Authorization", Wire.authorization("app", Clients.REGION, "monitoring"));
    }

    /** The tree with times as JSON has them. */
    private static @Nullable Object seconds(@Nullable Object tree) {
        if (tree instanceof Instant time) {
            return time.toEpochMilli() / MILLIS;
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> converted = new LinkedHashMap<>();
            map.forEach((name, value) -> converted.put(String.valueOf(name), seconds(value)));
            return converted;
        }
        return tree instanceof List<?> list
                ? list.stream().map(WireForm::seconds).toList()
                : tree;
    }
}
