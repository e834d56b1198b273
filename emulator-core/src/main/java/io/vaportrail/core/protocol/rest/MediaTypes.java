package io.vaportrail.core.protocol.rest;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.StructSchema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The media types of bodies, and whether a request agrees with them.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#content-type">Smithy: restJson1, Content-Type</a>
 */
final class MediaTypes {
    private static final String TEXT = "text/plain";
    static final String BYTES = "application/octet-stream";

    private final String structured;

    /** With the media type of structured bodies. */
    MediaTypes(String structured) {
        this.structured = structured;
    }

    /** The media type that a payload must have, or {@code null} for a blob of any type. */
    @Nullable String ofPayload(Member payload) {
        ShapeType type = payload.target().type();
        String stated = payload.target() instanceof SimpleSchema simple ? simple.mediaType() : null;
        if (stated != null) {
            return stated;
        } else if (type == ShapeType.BLOB) {
            return null;
        }
        return type.isString() ? TEXT : structured;
    }

    /** Refuses a request whose body is of another type, or that accepts no answer of the operation's type. */
    void check(OperationSchema<?, ?> operation, HttpRequest request) {
        if (request.body().length > 0) {
            checkContentType(operation, request.header("Content-Type"));
        }
        List<String> accepted = request.headers().all("Accept");
        if (!accepted.isEmpty() && !accepts(accepted, operation.output())) {
            throw CommonError.sender(
                    "NotAcceptableException", 406, "The media type of the answer is not among those accepted");
        }
    }

    private void checkContentType(OperationSchema<?, ?> operation, @Nullable String contentType) {
        StructSchema<?> input = operation.input();
        Member payload = input.payloadMember();
        boolean fits;
        if (payload != null) {
            String expected = ofPayload(payload);
            fits = expected == null || isSame(expected, contentType);
        } else if (input.bodyMembers().isEmpty()) {
            boolean mayGrow = operation.hasInput() && input.members().isEmpty();
            fits = contentType == null || mayGrow && isSame(structured, contentType);
        } else {
            fits = isSame(structured, contentType);
        }
        if (!fits) {
            throw CommonError.sender(
                    "UnsupportedMediaTypeException", 415, "The media type of the request is not supported");
        }
    }

    private boolean accepts(List<String> headers, StructSchema<?> output) {
        Member payload = output.payloadMember();
        String type = payload == null ? structured : ofPayload(payload);
        if (type == null) {
            return true;
        }
        for (String header : headers) {
            for (String range : header.split(",", -1)) {
                if (covers(bare(range), type)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean covers(String range, String type) {
        if (range.endsWith("/*")) {
            return range.equals("*/*") || type.startsWith(range.substring(0, range.length() - 1));
        }
        return range.equals(bare(type));
    }

    private static boolean isSame(String expected, @Nullable String contentType) {
        return contentType != null && bare(contentType).equals(bare(expected));
    }

    /** Without parameters, in lower case. */
    private static String bare(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
