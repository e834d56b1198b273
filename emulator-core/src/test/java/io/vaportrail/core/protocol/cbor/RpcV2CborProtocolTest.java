package io.vaportrail.core.protocol.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.protocol.OneOperation;
import io.vaportrail.core.protocol.WireLimits;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8949, appendix A, among others. Member names are single letters: {@code 61 xx}. */
class RpcV2CborProtocolTest {
    private static final StructSchema<DynamicStruct> NODE =
            DynamicStruct.schema("Node", ShapeType.STRUCTURE, RpcV2CborProtocolTest::define);

    private final OneOperation service = new OneOperation(NODE);

    private static void define(StructSchema.Definition into) {
        into.member(Member.of("s", SimpleSchema.STRING))
                .member(Member.of("i", SimpleSchema.LONG))
                .member(Member.of("b", SimpleSchema.of("Byte", ShapeType.BYTE)))
                .member(Member.of("d", SimpleSchema.DOUBLE))
                .member(Member.of("f", SimpleSchema.FLOAT))
                .member(Member.of("t", SimpleSchema.TIMESTAMP))
                .member(Member.of("x", SimpleSchema.BLOB))
                .member(Member.of("l", ListSchema.of("Longs", Member.of("member", SimpleSchema.LONG))))
                .member(Member.of("n", NODE))
                .member(Member.of("I", SimpleSchema.of("BigInteger", ShapeType.BIG_INTEGER)))
                .member(Member.of("D", SimpleSchema.of("BigDecimal", ShapeType.BIG_DECIMAL)))
                .member(Member.of("?", SimpleSchema.DOCUMENT));
    }

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "17, 23",
        "1818, 24",
        "1903e8, 1000",
        "1a000f4240, 1000000",
        "1b000000e8d4a51000, 1000000000000",
        "20, -1",
        "3863, -100",
        "3903e7, -1000",
        "1b7fffffffffffffff, 9223372036854775807",
        "3b7fffffffffffffff, -9223372036854775808",
        "1b0000000000000001, 1"
    })
    void readsIntegersOfAnyWidth(String item, long value) {
        assertThat(value("a16169" + item, "i")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "f90000, 0.0",
        "f98000, -0.0",
        "f93c00, 1.0",
        "f93e00, 1.5",
        "f97bff, 65504.0",
        "f90001, 5.960464477539063e-8",
        "f90400, 0.00006103515625",
        "f9c400, -4.0",
        "fa47c35000, 100000.0",
        "fb3ff199999999999a, 1.1",
        "f97c00, Infinity",
        "f97e00, NaN",
        "f9fc00, -Infinity",
        "fb7ff0000000000000, Infinity",
        "0a, 10.0",
        "29, -10.0"
    })
    void readsFloatsOfAnyWidthAndIntegersForThem(String item, double value) {
        assertThat(value("a16164" + item, "d")).isEqualTo(value);
    }

    @Test
    void readsIndefiniteLengths() {
        assertThat(value("bf6173" + "7f657374726561646d696e67ff" + "ff", "s")).isEqualTo("streaming");
        assertThat(value("bf6178" + "5f42010243030405ff" + "ff", "x")).hasToString("Blob[5 bytes]");
        assertThat(value("bf616c9f0102ffff", "l")).hasToString("[1, 2]");
    }

    @Test
    void readsTimestampsBehindTheirTag() {
        assertThat(value("a16174c11a514b67b0", "t")).isEqualTo(Instant.parse("2013-03-21T20:04:00Z"));
        assertThat(value("a16174c1fb41d452d9ec200000", "t")).isEqualTo(Instant.parse("2013-03-21T20:04:00.500Z"));
        assertThat(value("a16174c120", "t")).isEqualTo(Instant.ofEpochSecond(-1));
    }

    @Test
    void readsBigNumbers() {
        assertThat(value("a16149c249010000000000000000", "I")).isEqualTo(new BigInteger("18446744073709551616"));
        assertThat(value("a16149c349010000000000000000", "I")).isEqualTo(new BigInteger("-18446744073709551617"));
        assertThat(value("a161491bffffffffffffffff", "I")).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(value("a16144c48221196ab3", "D")).isEqualTo(new BigDecimal("273.15"));
    }

    @Test
    void ignoresUnknownMembersOfAnyKindAndTagsWithoutMeaning() {
        assertThat(value("d9d9f7a2617a9f01a16161f4f6fb3ff199999999999aff6169d8c803", "i"))
                .isEqualTo(3L);
        assertThat(value("a26169016169f6", "i")).isNull();
        assertThat(value("a16169f7", "i")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // ends too early, or goes on too long
                "a1",
                "a16173",
                "a161736461",
                "a0a0",
                "a000",
                "bf",
                "bf6173",
                "a1616918",
                "a16164f9",
                "a161781a",
                // what claims to be longer than there are bytes
                "a161787affffffff",
                "a161737b7fffffffffffffff",
                "a1617bffffffffffffffff",
                "a1616c9b7fffffffffffffff",
                "a1616c9a00ffffff",
                "bb7fffffffffffffff",
                "a161785b8000000000000000",
                // breaks, chunks and reserved values out of place
                "ff",
                "a1ff",
                "a16169ff",
                "a1616c82ff",
                "a161737f6161",
                "a161737f4161ff",
                "a161737f7f6161ffff",
                "a1616a1c",
                "a1617afc",
                "a1617af800",
                "a161691f",
                "a1617a9f",
                // no map, or keys that are no text
                "80",
                "f6",
                "01",
                "60",
                "a10101",
                "a1c1617300",
                // text that is no UTF-8
                "a1617361ff",
                "a161737f61c361a4ff",
                // wrong types and numbers out of range
                "a1617301",
                "a16173416162",
                "a161786161",
                "a161691b8000000000000000",
                "a161693b8000000000000000",
                "a161621880",
                "a1616238ff",
                "a16169f93c00",
                "a161696131",
                "a16166fb7e37e43c8800759c",
                "a1616c8161",
                "a1616c81f6",
                "a1616ca0",
                "a1616e80",
                "a161741a514b67b0",
                "a16174c1f97e00",
                "a16174c11bffffffffffffffff",
                "a16174c16130",
                "a16144c481",
                "a16144c4820101ff",
                "a16149c161",
                "a1613f00"
            })
    void refusesWhatIsNoSuchStructure(String hex) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode(hex))
                .satisfies(error -> assertThat(error.error().code()).isEqualTo("SerializationException"));
    }

    @Test
    void readsAsDeepAsTheLimitAndNoDeeper() {
        assertThat(decode("a1616e".repeat(WireLimits.MAX_DEPTH - 1) + "a0")).isNotNull();
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decode("a1616e".repeat(WireLimits.MAX_DEPTH) + "a0"));
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> decode("a1617a" + "81".repeat(1_000_000)));
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> decode("a1617a" + "c1".repeat(1_000_000)));
    }

    @Test
    void writesNumbersInTheirShortestFormAndFloatsInTheirWidth() {
        DynamicStruct output = NODE.newBuilder()
                .set(index("i"), -500L)
                .set(index("d"), 1.5)
                .set(index("f"), 1.5f)
                .set(index("t"), Instant.parse("2013-03-21T20:04:00.500Z"))
                .set(index("I"), new BigInteger("-18446744073709551617"))
                .set(index("D"), new BigDecimal("273.15"))
                .build();
        HttpResponse response = RpcV2CborProtocol.INSTANCE.encode(service.operation(), output, "id-1");
        assertThat(HexFormat.of().formatHex(response.body()))
                .isEqualTo("a6" + "61693901f3" + "6164fb3ff8000000000000" + "6166fa3fc00000"
                        + "6174c1fb41d452d9ec200000" + "6149c349010000000000000000" + "6144c48221196ab3");
        assertThat(response.header("smithy-protocol")).isEqualTo("rpc-v2-cbor");
        assertThat(response.header("x-amzn-RequestId")).isEqualTo("id-1");
    }

    @Test
    void namesErrorsWithTheirNamespace() {
        CommonError error = CommonError.sender("Throttling", 400, "No.");
        HttpResponse response = RpcV2CborProtocol.INSTANCE.encodeError(service, error, "id-1");
        assertThat(HexFormat.of().formatHex(response.body()))
                .isEqualTo("a2665f5f74797065781c636f6d2e616d617a6f6e6177732e737173235468726f74746c696e67"
                        + "676d657373616765634e6f2e");
        assertThat(response.header("x-amzn-query-error")).isEqualTo("Throttling;Sender");
    }

    private static int index(String name) {
        return Objects.requireNonNull(NODE.memberNamed(name)).index();
    }

    private @Nullable Object value(String hex, String name) {
        return decode(hex).get(index(name));
    }

    private Struct decode(String hex) {
        return RpcV2CborProtocol.INSTANCE.decode(
                service.operation(), OneOperation.request(null, HexFormat.of().parseHex(hex)));
    }
}
