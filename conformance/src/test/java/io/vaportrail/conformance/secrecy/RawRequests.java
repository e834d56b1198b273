package io.vaportrail.conformance.secrecy;

import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Requests for any operation in any protocol. Bodies are made by the emulator's own codecs, as answers of a service that echoes. */
final class RawRequests {
    /** Headers that the HTTP client sets by itself. */
    private static final Set<String> RESERVED = Set.of("content-length", "host", "connection", "expect", "upgrade");

    private static final Protocols PROTOCOLS = Protocols.all();

    private final Wire wire;

    RawRequests(Wire wire) {
        this.wire = wire;
    }

    /** A request of the user {@code app}. */
    HttpRequest.Builder of(OperationSchema<?, ?> operation, Struct input, WireProtocol protocol) {
        HttpRequest.Builder request =
                switch (protocol) {
                    case AWS_QUERY -> query(operation, input);
                    case REST_JSON_1, REST_XML -> rest(operation, input, protocol);
                    case RPC_V2_CBOR ->
                        body(
                                        "/service/"
                                                + operation
                                                        .service()
                                                        .identification()
                                                        .shapeName() + "/operation/"
                                                + operation.name(),
                                        echoed(operation, input, protocol))
                                .header("Smithy-Protocol", "rpc-v2-cbor")
                                .header("Content-Type", "application/cbor");
                    case AWS_JSON_1_0, AWS_JSON_1_1 ->
                        body("/", echoed(operation, input, protocol))
                                .header(
                                        "X-Amz-Target",
                                        operation.service().identification().targetPrefix() + "." + operation.name())
                                .header(
                                        "Content-Type",
                                        protocol == WireProtocol.AWS_JSON_1_0
                                                ? "application/x-amz-json-1.0"
                                                : "application/x-amz-json-1.1");
                };
        return request.header(
                "Authorization",
                Wire.authorization(
                        "app", "us-east-1", operation.service().identification().signingName()));
    }

    private HttpRequest.Builder query(OperationSchema<?, ?> operation, Struct input) {
        Map<String, String> parameters = FormParameters.of(input);
        parameters.put("Action", operation.name());
        parameters.put("Version", operation.service().identification().apiVersion());
        return wire.request("/")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(Wire.encode(parameters)));
    }

    private HttpRequest.Builder body(String path, HttpResponse echoed) {
        return wire.request(path).POST(BodyPublishers.ofByteArray(echoed.body()));
    }

    private HttpRequest.Builder rest(OperationSchema<?, ?> operation, Struct input, WireProtocol protocol) {
        HttpResponse echoed = echoed(operation, input, protocol);
        HttpRequest.Builder request = wire.request(path(operation, input));
        echoed.forEachHeader((name, value) -> {
            if (!RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        });
        return request.method(operation.http().method(), BodyPublishers.ofByteArray(echoed.body()));
    }

    private static String path(OperationSchema<?, ?> operation, Struct input) {
        String uri = operation.http().uri();
        List<String> query = new ArrayList<>();
        for (Member member : input.schema().members()) {
            Object value = input.get(member.index());
            if (member.location() == Location.LABEL) {
                String text = value == null ? "text" : URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
                uri = uri.replace("{" + member.locationName() + "}", text)
                        .replace("{" + member.locationName() + "+}", text);
            } else if (member.location() == Location.QUERY && value != null) {
                for (Object each : value instanceof List<?> list ? list : List.of(value)) {
                    query.add(member.locationName() + "="
                            + URLEncoder.encode(String.valueOf(each), StandardCharsets.UTF_8));
                }
            }
        }
        String joined = String.join("&", query);
        return joined.isEmpty() ? uri : uri + (uri.indexOf('?') < 0 ? "?" : "&") + joined;
    }

    private static HttpResponse echoed(OperationSchema<?, ?> operation, Struct input, WireProtocol protocol) {
        OperationSchema<?, ?> echo =
                new Echo(operation.service(), input.schema()).operations().get(0);
        return PROTOCOLS.get(protocol).encode(echo, input, "none");
    }

    /** A service whose one operation gives what another takes. */
    private static final class Echo extends ServiceSchema {
        private final StructSchema<?> schema;

        Echo(ServiceSchema like, StructSchema<?> schema) {
            super(like.identification(), "Echo");
            this.schema = schema;
        }

        @Override
        protected void defineOperation(int index, OperationSchema.Details into) {
            into.input(schema).output(schema);
        }
    }
}
