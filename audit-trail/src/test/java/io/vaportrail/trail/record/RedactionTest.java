package io.vaportrail.trail.record;

import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.vaportrail.model.Services;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Redaction;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.trail.store.TrailFixture;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of every service is called with every member set and a marked secret wherever something is to be redacted or is
 * marked sensitive: it is found neither in the store's bytes nor in a record.
 */
class RedactionTest {
    private static final String SECRET = "marked-secret";
    private static final int DEPTH = 5;

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();

    static List<String> services() {
        return Services.ids();
    }

    @ParameterizedTest
    @MethodSource("services")
    void noSecretReachesTheTrail(String id) throws Exception {
        List<OperationSchema<?, ?>> operations = Services.byId(id).operations();
        for (OperationSchema<?, ?> operation : operations) {
            trail.store.record(
                    call(operation),
                    struct(operation.input(), false, DEPTH),
                    struct(operation.output(), false, DEPTH),
                    null);
        }
        assertThat(trail.store.statistics().records()).isEqualTo(operations.size());
        assertThat(new String(trail.storedBytes(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        for (String record : trail.newestFirst(renderer::render)) {
            assertThat(record).doesNotContain(SECRET);
            try (JsonParser parser = new JsonFactory().createParser(record)) {
                parser.nextToken();
                parser.skipChildren();
                assertThat(parser.nextToken()).isNull();
            }
        }
    }

    private static Struct struct(StructSchema<?> schema, boolean secret, int depth) {
        StructBuilder<?> builder = schema.newBuilder();
        for (Member member : schema.members()) {
            if (!member.streaming()) {
                Object value = value(member, secret, depth);
                if (value != null) {
                    builder.set(member.index(), value);
                }
                if (schema.type() == ShapeType.UNION) {
                    break;
                }
            }
        }
        return builder.build();
    }

    private static @Nullable Object value(Member member, boolean outerSecret, int depth) {
        Schema target = member.target();
        // what is sensitive in the model but recorded by AWS says so in its overlay, and has no secret here
        boolean secret = outerSecret || member.redaction() != Redaction.NONE || target.type() == ShapeType.BLOB;
        if (target instanceof StructSchema<?> struct) {
            return depth == 0 ? null : struct(struct, secret, depth - 1);
        } else if (target instanceof ListSchema list) {
            Object element = value(list.element(), secret, depth);
            return element == null ? List.of() : List.of(element);
        } else if (target instanceof MapSchema map) {
            boolean secretKey = secret || map.key().redaction() != Redaction.NONE;
            Object element = value(map.value(), secret, depth);
            return element == null ? Map.of() : Map.of(secretKey ? SECRET : "key", element);
        }
        if (member.redaction() == Redaction.HIDE_URL_PASSWORD) {
            return "https://user:" + SECRET + "@localhost/";
        }
        return simple(target.type(), secret ? SECRET : "text");
    }

    private static Object simple(ShapeType type, String text) {
        return switch (type) {
            case BLOB -> Blob.ofUtf8(text);
            case BOOLEAN -> true;
            case BYTE -> (byte) 1;
            case SHORT -> (short) 1;
            case INTEGER, INT_ENUM -> 1;
            case LONG -> 1L;
            case FLOAT -> 1f;
            case DOUBLE -> 1d;
            case BIG_INTEGER -> BigInteger.ONE;
            case BIG_DECIMAL -> BigDecimal.ONE;
            case TIMESTAMP -> Instant.EPOCH;
            case DOCUMENT -> new Document(text);
            default -> text;
        };
    }
}
