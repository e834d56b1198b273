package io.vaportrail.logs.insights.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crafted times: what is steady is no anomaly, what jumps out is one. */
class AnomalyFinderTest {
    /** 2026-11-18 10:40:00.000. */
    private static final long START = 1_794_998_400_000L;

    private static final int MINUTES = 60;

    private TimeBins bins = new TimeBins();
    private final Map<String, PatternHistory> patterns = new LinkedHashMap<>();
    private final MessageTemplate reader = new MessageTemplate();
    private final Random random = new Random(11);

    @BeforeEach
    void clear() {
        bins = new TimeBins();
        patterns.clear();
    }

    private void add(long millis, String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        reader.read(text, 0, text.length);
        patterns.computeIfAbsent(reader.toString(), template -> new PatternHistory(bins))
                .add(millis, reader, () -> message);
    }

    private void addAt(int minute, int count, String message) {
        for (int i = 0; i < count; i++) {
            add(START + minute * 60_000L + i, message);
        }
    }

    private List<Anomaly> found() {
        AnomalyFinder finder = new AnomalyFinder(bins, patterns.values());
        List<Anomaly> found = new ArrayList<>();
        patterns.forEach((template, history) -> found.addAll(finder.of(template, history)));
        return found;
    }

    /** Requests as they usually are, with some noise. */
    private void steady() {
        for (int minute = 0; minute < MINUTES; minute++) {
            int count = 15 + random.nextInt(11);
            for (int i = 0; i < count; i++) {
                String code = i % 10 == 0 ? "404" : "200";
                addAt(minute, 1, "INFO GET /cart status=" + code + " took " + (20 + random.nextInt(30)) + " ms");
            }
        }
    }

    @Test
    void findsNothingInWhatIsSteady() {
        steady();
        assertThat(found()).isEmpty();
    }

    @Test
    void findsNothingInTooShortATime() {
        addAt(0, 1, "INFO a");
        addAt(1, 1_000, "INFO a");
        assertThat(found()).isEmpty();
    }

    @Test
    void findsAPatternThatComesMoreOften() {
        steady();
        addAt(40, 300, "INFO GET /cart status=200 took 25 ms");
        assertThat(found()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.kind()).isEqualTo(Anomaly.Kind.PATTERN_FREQUENCY);
            assertThat(anomaly.description()).matches("\\d+\\.\\d% increase in the count of the pattern");
            assertThat(anomaly.pattern()).isEqualTo("INFO GET /cart status=<*> took <*> ms");
            assertThat(anomaly.millis()).isBetween(START + 39 * 60_000, START + 41 * 60_000);
            assertThat(anomaly.priority()).isEqualTo("HIGH");
            assertThat(anomaly.samples()).isNotEmpty();
        });
    }

    @Test
    void findsAPatternThatComesLessOften() {
        for (int minute = 0; minute < MINUTES; minute++) {
            addAt(minute, minute == 30 || minute == 31 ? 1 : 100 + minute % 7, "INFO heartbeat");
            addAt(minute, 10, "INFO other");
        }
        assertThat(found()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.description()).matches("\\d\\d\\.\\d% decrease in the count of the pattern");
            assertThat(anomaly.priority()).isEqualTo("LOW");
        });
    }

    @Test
    void takesWhatHappensNowAndThenForUsual() {
        steady();
        for (int minute = 5; minute < MINUTES; minute += 10) {
            addAt(minute, 50, "INFO backup of part");
        }
        assertThat(found()).isEmpty();
    }

    /** A pace that is not that of the parts of the time puts two batches into one of them, or none. */
    @ParameterizedTest
    @ValueSource(ints = {7, 45, 55, 59, 61, 65, 90, 119, 121, 300})
    void takesAnyPaceForSteady(int seconds) {
        for (int second = 0; second < 3_600; second += seconds) {
            for (int i = 0; i < 100; i++) {
                add(START + second * 1_000L + i, "INFO batch");
            }
        }
        for (int second = 0; second < 3_600; second += 5) {
            add(START + second * 1_000L, "INFO other");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void leavesOutTheTimeInWhichNothingWasLogged() {
        for (int day = 0; day < 2; day++) {
            addAt(day * 1_440, 500, "INFO up");
            addAt(day * 1_440 + 1, 500, "INFO down");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void findsNewPatterns() {
        steady();
        addAt(50, 1, "ERROR disk full");
        addAt(52, 1, "INFO started once");
        addAt(54, 3, "INFO started thrice");
        assertThat(found())
                .extracting(Anomaly::kind, Anomaly::pattern, Anomaly::priority, anomaly -> anomaly.samples()
                        .size())
                .containsExactly(
                        tuple(Anomaly.Kind.NEW_PATTERN, "ERROR disk full", "HIGH", 1),
                        tuple(Anomaly.Kind.NEW_PATTERN, "INFO started thrice", "MEDIUM", 1));
        assertThat(found().get(0).description()).isEqualTo("New pattern, first seen at 2026-11-18 11:30:00.000");
    }

    @Test
    void takesNewPatternsForUsualWhereManyAreNew() {
        steady();
        for (int minute = 0; minute < MINUTES; minute++) {
            String word = "word" + (char) ('a' + minute % 26) + (char) ('a' + minute / 26);
            addAt(minute, 3, "ERROR " + word);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void findsCodesOfErrors() {
        steady();
        for (int i = 0; i < 12; i++) {
            addAt(45, 1, "INFO GET /cart status=50" + i % 3 + " took " + (20 + i) + " ms");
        }
        assertThat(found()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.kind()).isEqualTo(Anomaly.Kind.HTTP_ERROR_CODE);
            assertThat(anomaly.description()).isEqualTo("1200.0% increase in 5xx HTTP codes");
            assertThat(anomaly.samples()).hasSize(3);
            assertThat(anomaly.samples().get(0).message()).contains("status=500");
        });
    }

    @Test
    void findsNumbersThatChange() {
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int i = 0; i < 20; i++) {
                int usual = 20 + random.nextInt(30);
                addAt(
                        minute,
                        1,
                        "INFO took " + (minute == 33 ? usual * 20 : usual) + " ms, number " + (minute * 20 + i));
            }
        }
        assertThat(found()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.kind()).isEqualTo(Anomaly.Kind.NUMERICAL_TOKEN);
            assertThat(anomaly.description()).matches("\\d+\\.\\d% increase in the mean of number 1");
        });
    }

    @Test
    void findsValuesThatChange() {
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int i = 0; i < 20; i++) {
                addAt(minute, 1, "INFO from 10.0.0." + (minute == 20 && i < 15 ? 99 : i % 3));
            }
        }
        assertThat(found()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.kind()).isEqualTo(Anomaly.Kind.TOKEN_VARIATION);
            assertThat(anomaly.description()).isEqualTo("1500.0% increase in the count of value 10.0.0.99 of token 1");
            assertThat(anomaly.samples()).extracting(Sample::message).containsExactly("INFO from 10.0.0.99");
        });
    }

    @Test
    void keepsTheBeginningOfLongMessages() {
        steady();
        addAt(50, 1, "ERROR " + "x".repeat(5_000));
        assertThat(found()).singleElement().satisfies(anomaly -> assertThat(
                        anomaly.samples().get(0).message())
                .hasSize(Sample.LONGEST));
    }

    /** Whatever is logged: no error, scores within bounds, few samples, and the same again from the same events. */
    @Property(tries = 100)
    void isBoundedAndAlwaysTheSame(@ForAll long seed) {
        List<Anomaly> first = ofNoise(seed);
        for (Anomaly anomaly : first) {
            assertThat(anomaly.score()).isBetween(0.0, 1.0);
            assertThat(anomaly.samples()).hasSizeBetween(1, 5);
            assertThat(anomaly.description()).isNotBlank();
        }
        assertThat(ofNoise(seed)).isEqualTo(first);
    }

    private List<Anomaly> ofNoise(long seed) {
        clear();
        Random noise = new Random(seed);
        long span = 1L << noise.nextInt(40);
        for (int i = 0; i < 800; i++) {
            StringBuilder message = new StringBuilder();
            for (int word = noise.nextInt(6); word >= 0; word--) {
                message.append(
                        switch (noise.nextInt(8)) {
                            case 0 -> "ERROR ";
                            case 1 -> noise.nextInt(3) * 100 + 200 + " status ";
                            case 2 -> Math.exp(noise.nextInt(700)) + " ";
                            case 3 -> "9".repeat(noise.nextInt(60)) + ".5 ";
                            case 4 -> "<Number-1> <*> $1 \\ ";
                            case 5 -> "10.0.0." + noise.nextInt(40) + " ";
                            case 6 -> "\u00e9\u4e2d\ud83d\ude00 ";
                            default -> "2026-11-18T10:40:00Z 5b4a7ad1-17f7-4d7f-9f0a-0d1c2e3f4a5b ";
                        });
            }
            long time = START + (long) (noise.nextDouble() * noise.nextDouble() * span);
            for (int times = noise.nextInt(20) == 0 ? 30 : 1; times > 0; times--) {
                add(time, message.toString());
            }
        }
        return found();
    }
}
