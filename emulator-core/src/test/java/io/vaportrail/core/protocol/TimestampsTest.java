package io.vaportrail.core.protocol;

import static io.vaportrail.schema.TimestampFormat.DATE_TIME;
import static io.vaportrail.schema.TimestampFormat.EPOCH_SECONDS;
import static io.vaportrail.schema.TimestampFormat.HTTP_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.schema.TimestampFormat;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long FIRST_MILLI = -62_135_596_800_000L;
    private static final long LAST_MILLI = 253_402_300_799_999L;

    @ParameterizedTest
    @CsvSource({
        "1985-04-12T23:20:50Z, 482196050000",
        "1985-04-12T23:20:50.52Z, 482196050520",
        "2024-02-29T00:00:00.000Z, 1709164800000",
        "1969-12-31T23:59:59.999Z, -1"
    })
    void readsDateTimes(String text, long millis) {
        assertThat(Timestamps.parse(text, DATE_TIME)).isEqualTo(Instant.ofEpochMilli(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-01-01T24:00:00Z",
                "2024-01-01T00:00:60Z",
                "0000-01-01T00:00:00Z",
                "2024-01-01t00:00:00Z",
                "2024-01-01T00:00:00z",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00:00.1aZ",
                "2024-01-01T00:00:00+00:00",
                "+024-01-01T00:00:00Z",
                "2024-01-01T0٠:00:00Z",
                ""
            })
    void refusesOtherDateTimes(String text) {
        assertThat(Timestamps.parse(text, DATE_TIME)).isNull();
    }

    @Test
    void readsHttpDates() {
        assertThat(Timestamps.parse("Tue, 29 Apr 2014 18:30:38 GMT", HTTP_DATE))
                .isEqualTo(Instant.parse("2014-04-29T18:30:38Z"));
        assertThat(Timestamps.parse("Sun, 02 Jan 2000 20:34:56.456 GMT", HTTP_DATE))
                .isEqualTo(Instant.parse("2000-01-02T20:34:56.456Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 29 Apr 2014 18:30:38 UTC", "Foo, 29 Apr 2014 18:30:38 GMT", "Tue, 29 Foo 2014 18:30:38 GMT",
                "Tue, 29 Apr 2014 18:30:38GMT", "Tuesday, 29-Apr-14 18:30:38 GMT", "Tue Apr 29 18:30:38 2014"
            })
    void refusesOtherHttpDates(String text) {
        assertThat(Timestamps.parse(text, HTTP_DATE)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, -1000", "1515531081.123, 1515531081123", "1.5e3, 1500000", "1e-400, 0"})
    void readsEpochSeconds(String text, long millis) {
        assertThat(Timestamps.parse(text, EPOCH_SECONDS)).isEqualTo(Instant.ofEpochMilli(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e99999999999",
                "0x42",
                "1.",
                ".5",
                "+1",
                "NaN",
                " 1",
                "253402300800"
            })
    void refusesOtherEpochSeconds(String text) {
        assertThat(Timestamps.parse(text, EPOCH_SECONDS)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; DATE_TIME; 1970-01-01T00:00:00Z",
                "1500; DATE_TIME; 1970-01-01T00:00:01.5Z",
                "0; HTTP_DATE; Thu, 01 Jan 1970 00:00:00 GMT",
                "0; EPOCH_SECONDS; 0",
                "1500; EPOCH_SECONDS; 1.5",
                "-1500; EPOCH_SECONDS; -1.5",
                "-500; EPOCH_SECONDS; -0.5",
                "1; EPOCH_SECONDS; 0.001",
                "-62135596800000; DATE_TIME; 0001-01-01T00:00:00Z"
            })
    void writesAsMuchOfAFractionAsThereIs(long millis, TimestampFormat format, String text) {
        assertThat(Timestamps.format(Instant.ofEpochMilli(millis), format)).isEqualTo(text);
    }

    @Property
    void readsWhatItWrites(
            @ForAll @LongRange(min = FIRST_MILLI, max = LAST_MILLI) long millis, @ForAll TimestampFormat format) {
        Instant instant = Instant.ofEpochMilli(millis);
        assertThat(Timestamps.parse(Timestamps.format(instant, format), format)).isEqualTo(instant);
    }

    @Test
    void numbersOfAnyKindKeepToTheYearsOneTo9999() {
        assertThat(Timestamps.ofEpochSeconds(253_402_300_799L)).isNotNull();
        assertThat(Timestamps.ofEpochSeconds(253_402_300_800L)).isNull();
        assertThat(Timestamps.ofEpochSeconds(-62_135_596_801L)).isNull();
        assertThat(Timestamps.ofEpochSeconds(new BigDecimal("253402300799.999")))
                .isEqualTo(Instant.ofEpochMilli(LAST_MILLI));
        assertThat(Timestamps.ofEpochSeconds(new BigDecimal("253402300800"))).isNull();
        assertThat(Timestamps.ofEpochSeconds(Double.NaN)).isNull();
        assertThat(Timestamps.ofEpochSeconds(Double.POSITIVE_INFINITY)).isNull();
        assertThat(Timestamps.ofEpochSeconds(1.5)).isEqualTo(Instant.ofEpochMilli(1_500));
    }
}
