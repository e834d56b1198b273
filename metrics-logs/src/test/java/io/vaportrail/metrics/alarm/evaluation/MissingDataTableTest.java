package io.vaportrail.metrics.alarm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.metrics.alarm.evaluation.Judgement.Outcome;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of "How alarm state is evaluated when data is missing", row by row: 0 is within the threshold, X beyond it, - no data,
 * the newest at the right; five periods are looked at, three evaluated.
 */
class MissingDataTableTest {
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "OK", Outcome.OK,
            "ALARM", Outcome.ALARM,
            "INSUFFICIENT_DATA", Outcome.INSUFFICIENT_DATA,
            "keep", Outcome.KEEP);

    static Datum[] range(String text) {
        return text.replace(" ", "")
                .chars()
                .mapToObj(c -> c == '0' ? Datum.OK : c == 'X' ? Datum.BREACHING : Datum.MISSING)
                .toArray(Datum[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "0 - X - X, 0, OK,                OK,    OK,    OK",
        "0 - - - -, 2, OK,                OK,    OK,    OK",
        "- - - - -, 3, INSUFFICIENT_DATA, keep,  ALARM, OK",
        "0 X X - X, 0, ALARM,             ALARM, ALARM, ALARM",
        "- - X - -, 2, ALARM,             keep,  ALARM, OK",
    })
    void threeOfThree(String data, int filled, String missing, String ignore, String breaching, String notBreaching) {
        check(data, 3, filled, missing, ignore, breaching, notBreaching);
    }

    @ParameterizedTest
    @CsvSource({
        "0 - X - X, 0, ALARM, ALARM, ALARM, ALARM",
        "0 0 X 0 X, 0, ALARM, ALARM, ALARM, ALARM",
        "0 - X - -, 1, OK,    OK,    ALARM, OK",
        "- - - - 0, 2, OK,    OK,    ALARM, OK",
        "- - - X -, 2, ALARM, keep,  ALARM, OK",
    })
    void twoOfThree(String data, int filled, String missing, String ignore, String breaching, String notBreaching) {
        check(data, 2, filled, missing, ignore, breaching, notBreaching);
    }

    /** Too early: had the points kept coming, the alarm would not have been raised yet. */
    @ParameterizedTest
    @CsvSource({"- - - - X", "- - - X -", "- - - X X"})
    void waitsBeforeAPrematureAlarm(String data) {
        assertThat(Judgement.of(range(data), 3, 3, MissingData.MISSING).outcome())
                .isEqualTo(Outcome.KEEP);
    }

    private static void check(
            String data,
            int datapointsToAlarm,
            int filled,
            String missing,
            String ignore,
            String breaching,
            String notBreaching) {
        Map<MissingData, String> expected = Map.of(
                MissingData.MISSING, missing,
                MissingData.IGNORE, ignore,
                MissingData.BREACHING, breaching,
                MissingData.NOT_BREACHING, notBreaching);
        expected.forEach((treatment, outcome) -> {
            Judgement judgement = Judgement.of(range(data), 3, datapointsToAlarm, treatment);

            assertThat(judgement.outcome()).as("%s, %s", data, treatment).isEqualTo(OUTCOMES.get(outcome));
            assertThat(judgement.filled()).isEqualTo(filled);
        });
    }
}
