package io.vaportrail.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.TimestampFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextValuesTest {
    @Test
    void readsTheBoundsOfEveryType() {
        assertThat(parse(ShapeType.BYTE, "-128")).isEqualTo((byte) -128);
        assertThat(parse(ShapeType.SHORT, "32767")).isEqualTo((short) 32767);
        assertThat(parse(ShapeType.INTEGER, "-2147483648")).isEqualTo(Integer.MIN_VALUE);
        assertThat(parse(ShapeType.LONG, "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(parse(ShapeType.FLOAT, "3.4028235e38")).isEqualTo(Float.MAX_VALUE);
        assertThat(parse(ShapeType.DOUBLE, "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(parse(ShapeType.BIG_INTEGER, "9223372036854775808"))
                .isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(parse(ShapeType.BIG_DECIMAL, "1e-30")).isEqualTo(new BigDecimal("1e-30"));
        assertThat(parse(ShapeType.BLOB, "YWI=")).isEqualTo(Blob.ofUtf8("ab"));
        assertThat(parse(ShapeType.BOOLEAN, "true")).isEqualTo(true);
        assertThat(parse(ShapeType.INT_ENUM, "7")).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "BYTE, 128",
        "SHORT, -32769",
        "INTEGER, 2147483648",
        "LONG, 9223372036854775808",
        "INTEGER, +1",
        "INTEGER, 1.0",
        "INTEGER, ''",
        "INTEGER, -",
        "INTEGER, ٣",
        "FLOAT, 3.5e38",
        "DOUBLE, 1e309",
        "DOUBLE, 1d",
        "DOUBLE, 0x1p3",
        "DOUBLE, ' 1'",
        "DOUBLE, 1e",
        "DOUBLE, infinity",
        "BIG_DECIMAL, 1e99999999999",
        "BIG_INTEGER, 1e3",
        "BOOLEAN, True",
        "BLOB, YQ",
        "BLOB, Y Q=",
        "TIMESTAMP, now"
    })
    void refusesWhatIsNoSuchValue(ShapeType type, String text) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> parse(type, text))
                .satisfies(error -> assertThat(error.error().code()).isEqualTo("SerializationException"));
    }

    @Test
    void saysWhatCanNotBeConvertedInAwsWords() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> parse(ShapeType.INTEGER, "x"))
                .withMessage("STRING_VALUE can not be converted to an Integer");
    }

    @Test
    void refusesNumbersTooLongToRead() {
        assertThat(parse(ShapeType.BIG_INTEGER, "9".repeat(WireLimits.MAX_NUMBER_LENGTH)))
                .isNotNull();
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> parse(ShapeType.BIG_INTEGER, "9".repeat(WireLimits.MAX_NUMBER_LENGTH + 1)));
    }

    private static Object parse(ShapeType type, String text) {
        return TextValues.parse(SimpleSchema.of("Value", type), text, TimestampFormat.DATE_TIME);
    }
}
