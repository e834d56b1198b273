package io.vaportrail.core.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.OneOperation;
import io.vaportrail.core.protocol.json.RestJsonBodyCodec;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestProtocolTest {
    private static final byte[] NOTHING = new byte[0];
    private static final ListSchema TEXTS = ListSchema.of("Texts", Member.of("member", SimpleSchema.STRING));
    private static final MapSchema MAP =
            MapSchema.of("Map", Member.of("key", SimpleSchema.STRING), Member.of("value", SimpleSchema.STRING));
    private static final StructSchema<DynamicStruct> SHAPE = DynamicStruct.schema(
            "Shape", ShapeType.STRUCTURE, into -> into.member(Member.of("Body", SimpleSchema.STRING))
                    .member(Member.of("Header", SimpleSchema.INTEGER).in(Location.HEADER, "x-number"))
                    .member(Member.of("Texts", TEXTS).in(Location.HEADER, "x-texts"))
                    .member(Member.of("Meta", MAP).in(Location.PREFIX_HEADERS, "x-meta-"))
                    .member(Member.of("Query", SimpleSchema.INTEGER).in(Location.QUERY, "q"))
                    .member(Member.of("All", MAP).in(Location.QUERY_PARAMS, "All")));

    private final OneOperation service = new OneOperation(SHAPE);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a, b,c ; [a, b, c]",
                "\"a, b\" ,c; [a, b, c]",
                "\"say \\\"yes\\\"\", \"back\\\\slash\"; [say \"yes\", back\\slash]",
                "a,,b,; [a, b]",
                "\"\", a; [, a]",
                "''; []"
            })
    void splitsHeadersAtCommasOutsideQuotes(String header, String expected) {
        Struct input = decode(null, NOTHING, "X-Texts", header);
        assertThat(String.valueOf(value(input, "Texts"))).isEqualTo(expected);
    }

    @Test
    void joinsHeadersSentTwice() {
        assertThat(value(decode(null, NOTHING, "x-texts", "a", "X-TEXTS", "b, c"), "Texts"))
                .isEqualTo(List.of("a", "b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "\"a\"b", "\"a\\"})
    void refusesQuotesThatDoNotEnd(String header) {
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> decode(null, NOTHING, "x-texts", header));
    }

    @Test
    void namesOfPrefixHeadersKnowNoCase() {
        assertThat(value(decode(null, NOTHING, "X-Meta-Colour", "Red", "x-other", "no"), "Meta"))
                .isEqualTo(Map.of("colour", "Red"));
    }

    @Test
    void readsQueryStrings() {
        Struct input = decode("q=1&a=b%20c+d&&flag&=x", NOTHING);
        assertThat(value(input, "Query")).isEqualTo(1);
        assertThat(value(input, "All")).isEqualTo(Map.of("q", "1", "a", "b c d", "flag", "", "", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=x", "q=", "q=99999999999", "a=%", "%zz=1", "a=%ff"})
    void refusesBrokenQueryStrings(String query) {
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> decode(query, NOTHING));
    }

    @Test
    void bodySetsOnlyWhatTheBodyCarries() {
        Struct input = decode(
                null,
                "{\"Body\":\"a\",\"Header\":7,\"Query\":8}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json; charset=utf-8");
        assertThat(input.toString()).isEqualTo("Shape{Body=a}");
    }

    @Test
    void refusesAWrongMediaType() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode(null, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/xml"))
                .satisfies(error -> assertThat(error.error().httpStatus()).isEqualTo(415));
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode(null, NOTHING, "Accept", "text/html, image/*;q=0.1"))
                .satisfies(error -> assertThat(error.error().httpStatus()).isEqualTo(406));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html, */*;q=0.1", "application/*", "Application/JSON;q=1"})
    void takesAnyRangeThatCoversTheAnswer(String accept) {
        assertThat(decode(null, NOTHING, "Accept", accept)).isNotNull();
    }

    @Test
    void quotesTextsThatHaveCommasOrQuotes() {
        DynamicStruct output = SHAPE.newBuilder()
                .set(index("Texts"), List.of("a", "b,c", "say \"yes\" \\", ""))
                .set(index("Meta"), Map.of("k", "v"))
                .build();
        HttpResponse response = RestJsonBodyCodec.PROTOCOL.encode(service.operation(), output, "id-1");
        assertThat(response.header("x-texts")).isEqualTo("a, \"b,c\", \"say \\\"yes\\\" \\\\\", \"\"");
        assertThat(response.header("x-meta-k")).isEqualTo("v");
        assertThat(response.header("x-amzn-RequestId")).isEqualTo("id-1");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }

    @Test
    void namesErrorsInAHeader() {
        HttpResponse response = RestJsonBodyCodec.PROTOCOL.encodeError(
                service, CommonError.sender("NotFoundException", 404, "Not here."), "id-1");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("x-amzn-errortype")).isEqualTo("NotFoundException");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"message\":\"Not here.\"}");
    }

    private static int index(String name) {
        return Objects.requireNonNull(SHAPE.memberNamed(name)).index();
    }

    private static @Nullable Object value(Struct struct, String name) {
        return struct.get(index(name));
    }

    private Struct decode(@Nullable String query, byte[] body, String... headers) {
        return RestJsonBodyCodec.PROTOCOL.decode(service.operation(), OneOperation.request(query, body, headers));
    }
}
