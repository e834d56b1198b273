package io.vaportrail.core.protocol;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.routing.RoutedRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service of one operation, which has one structure for both input and output. */
public final class OneOperation extends ServiceSchema {
    private final StructSchema<?> schema;

    /** A service named sqs, whose errors carry their awsQuery codes. */
    public OneOperation(StructSchema<?> schema) {
        super(
                new Identification(
                        "sqs",
                        "SQS",
                        "sqs",
                        "sqs",
                        "sqs.amazonaws.com",
                        "2012-11-05",
                        "AmazonSQS",
                        "AmazonSQS",
                        null,
                        null,
                        null,
                        true,
                        List.of(WireProtocol.AWS_JSON_1_0)),
                "Try");
        this.schema = schema;
    }

    /** The operation. */
    public OperationSchema<?, ?> operation() {
        return operations().get(0);
    }

    @Override
    protected void defineOperation(int index, OperationSchema.Details into) {
        into.input(schema).output(schema);
    }

    /** A request with a body and headers, names and values in turn. */
    public static RoutedRequest request(@Nullable String query, byte[] body, String... headers) {
        return RoutedRequest.of(
                new HttpRequest("POST", "/", query, ListHeaders.of(headers), body, new Origin("127.0.0.1", null)));
    }

    /** A request with a text for a body. */
    public static RoutedRequest request(String body) {
        return request(null, body.getBytes(StandardCharsets.UTF_8));
    }
}
