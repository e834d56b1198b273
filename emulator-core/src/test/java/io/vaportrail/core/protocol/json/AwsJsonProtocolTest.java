package io.vaportrail.core.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.OneOperation;
import io.vaportrail.core.protocol.WireLimits;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructSchema;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsJsonProtocolTest {
    private static final StructSchema<DynamicStruct> NODE =
            DynamicStruct.schema("Node", ShapeType.STRUCTURE, AwsJsonProtocolTest::define);

    private final OneOperation service = new OneOperation(NODE);

    private static void define(StructSchema.Definition into) {
        StructSchema<DynamicStruct> choice = DynamicStruct.schema(
                "Choice", ShapeType.UNION, union -> union.member(Member.of("One", SimpleSchema.STRING))
                        .member(Member.of("Two", SimpleSchema.INTEGER)));
        into.member(Member.of("Text", SimpleSchema.STRING))
                .member(Member.of("Number", SimpleSchema.INTEGER))
                .member(Member.of("Fraction", SimpleSchema.FLOAT))
                .member(Member.of("When", SimpleSchema.TIMESTAMP))
                .member(Member.of("Any", SimpleSchema.DOCUMENT))
                .member(Member.of("Choice", choice))
                .member(Member.of("Node", NODE))
                .member(Member.of("Texts", ListSchema.of("Texts", Member.of("member", SimpleSchema.STRING))))
                .member(Member.of(
                        "Map",
                        MapSchema.of(
                                        "Map",
                                        Member.of("key", SimpleSchema.STRING),
                                        Member.of("value", SimpleSchema.STRING))
                                .asSparse()));
    }

    @Test
    void emptyBodyIsAnEmptyStructure() {
        assertThat(decode("").toString()).isEqualTo("Node{}");
        assertThat(decode("{}").toString()).isEqualTo("Node{}");
    }

    @Test
    void ignoresUnknownMembersAndTakesTheLastOfANameSentTwice() {
        Struct input =
                decode("{\"Else\":{\"Text\":[1,{}]},\"Text\":\"a\",\"Text\":\"b\",\"Number\":1,\"Number\":null}");
        assertThat(value(input, "Text")).isEqualTo("b");
        assertThat(value(input, "Number")).isNull();
    }

    @Test
    void wholeFractionsAreIntegers() {
        assertThat(value(decode("{\"Number\":3.0}"), "Number")).isEqualTo(3);
        assertThat(value(decode("{\"Number\":1e3}"), "Number")).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"Number\":\"1\"}; STRING_VALUE can not be converted to an Integer",
                "{\"Number\":2147483648}; NUMBER_VALUE can not be converted to an Integer",
                "{\"Number\":1.5}; NUMBER_VALUE can not be converted to an Integer",
                "{\"Number\":1e999999999}; NUMBER_VALUE can not be converted to an Integer",
                "{\"Fraction\":1e39}; NUMBER_VALUE can not be converted to a Float",
                "{\"Text\":1}; NUMBER_VALUE can not be converted to a String",
                "{\"Text\":true}; TRUE_VALUE can not be converted to a String",
                "{\"Text\":{}}; Start of structure or map found where not expected",
                "{\"Texts\":\"a\"}; Expected list or null",
                "{\"Node\":[]}; Expected structure or null",
                "{\"Map\":[]}; Expected map or null",
                "{\"Texts\":[null]}; Null found in Texts where not expected",
                "{\"When\":\"2024-01-01T00:00:00Z\"}; STRING_VALUE can not be converted to milliseconds since epoch",
                "{\"When\":1e999999999}; NUMBER_VALUE can not be converted to milliseconds since epoch",
                "{\"Choice\":{}}; Union Choice must have exactly one known member set",
                "{\"Choice\":{\"One\":\"a\",\"Two\":2}}; Union Choice must have exactly one known member set"
            })
    void refusesWrongTypes(String body, String message) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode(body))
                .withMessage(message)
                .satisfies(error -> assertThat(error.error().code()).isEqualTo("SerializationException"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"a\"",
                "1",
                "{",
                "{}}",
                "{}{}",
                "{\"Text\":\"a\"} x",
                "{\"Text\":'a'}",
                "{Text:1}",
                "{\"Number\":01}",
                "{\"Number\":NaN}",
                "/* */{}",
                "{\"Text\":\"\\ud800\"}",
                "{\"Map\":{\"\\udc00\":\"\"}}",
                "{\"Any\":[\"\\ud800\"]}",
                "{\"Text\":\"\u0000\"}",
                "\u0000{}"
            })
    void refusesWhatIsNoJsonObjectInWellFormedUnicode(String body) {
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> decode(body));
    }

    @Test
    void refusesOtherEncodings() {
        for (byte[] body : List.of(
                "{}".getBytes(StandardCharsets.UTF_16),
                "{}".getBytes(StandardCharsets.UTF_16LE),
                "{\"Text\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1))) {
            assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> decode(body));
        }
    }

    @Test
    void readsAsDeepAsTheLimitAndNoDeeper() {
        assertThat(decode(nested(WireLimits.MAX_DEPTH))).isNotNull();
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> decode(nested(WireLimits.MAX_DEPTH + 1)));
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode("{\"Unknown\":" + "[".repeat(1_000_000)));
    }

    @Test
    void sparseMapsAndDocumentsKeepNulls() {
        Map<String, @Nullable Object> any = new HashMap<>();
        any.put("b", null);
        any.put("c", List.of(1, 2.5));
        Struct input = decode("{\"Map\":{\"a\":null},\"Any\":{\"b\":null,\"c\":[1,2.5]}}");
        assertThat(value(input, "Map")).isEqualTo(Collections.singletonMap("a", null));
        assertThat(value(input, "Any")).isEqualTo(new Document(any));
    }

    @Test
    void namesModelledErrorsByTheirShapeAndTellsTheirQueryCode() {
        HttpResponse response = AwsJsonProtocol.V1_0.encodeError(service, new Absent("Gone."), "id-1");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.header("x-amzn-RequestId")).isEqualTo("id-1");
        assertThat(response.header("x-amzn-query-error")).isEqualTo("AWS.SimpleQueueService.NonExistentQueue;Sender");
        assertThat(response.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(text(response))
                .isEqualTo("{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"Gone.\"}");
    }

    @Test
    void namesOtherErrorsByTheirCode() {
        CommonError error = CommonError.receiver("InternalFailure", 500, "Sorry.");
        HttpResponse known = AwsJsonProtocol.V1_1.encodeError(service, error, "id-1");
        assertThat(known.header("x-amzn-query-error")).isEqualTo("InternalFailure;Receiver");
        assertThat(text(known)).isEqualTo("{\"__type\":\"InternalFailure\",\"message\":\"Sorry.\"}");
        HttpResponse unknown = AwsJsonProtocol.V1_0.encodeError(null, error, "id-1");
        assertThat(unknown.header("x-amzn-query-error")).isNull();
        assertThat(text(unknown))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#InternalFailure\",\"message\":\"Sorry.\"}");
    }

    private static String nested(int depth) {
        return "{\"Node\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static String text(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static @Nullable Object value(Struct struct, String name) {
        return struct.get(
                Objects.requireNonNull(struct.schema().memberNamed(name)).index());
    }

    private Struct decode(String body) {
        return decode(body.getBytes(StandardCharsets.UTF_8));
    }

    private Struct decode(byte[] body) {
        return AwsJsonProtocol.V1_0.decode(service.operation(), OneOperation.request(null, body));
    }

    /** An error of the model. */
    private static final class Absent extends ServiceException implements Struct {
        private static final long serialVersionUID = 1L;

        private static final StructSchema<DynamicStruct> SCHEMA = DynamicStruct.schema(
                "QueueDoesNotExist", ShapeType.STRUCTURE, into -> into.member(Member.of("message", SimpleSchema.STRING))
                        .error(ErrorTrait.of("QueueDoesNotExist", 400, true)
                                .underQuery("AWS.SimpleQueueService.NonExistentQueue", 400)));

        Absent(String message) {
            super(message);
        }

        @Override
        public ErrorTrait error() {
            return Objects.requireNonNull(SCHEMA.error());
        }

        @Override
        public StructSchema<?> schema() {
            return SCHEMA;
        }

        @Override
        public @Nullable Object get(int memberIndex) {
            return getMessage();
        }
    }
}
