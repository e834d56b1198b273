package io.vaportrail.trail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DetectorTest {
    private static final SeriesKey KEY = key("CreateQueue");
    private static final long WEEK = InsightRule.BASELINE_MINUTES;

    private final Detector detector = new Detector();
    private final List<String> found = new ArrayList<>();
    private final Detector.Findings findings = new Detector.Findings() {
        @Override
        public void started(Detector.Insight insight) {
            found.add("start " + insight.start() + " of " + insight.key().eventName());
        }

        @Override
        public void ended(Detector.Insight insight) {
            found.add("end " + insight.start() + "-" + insight.end() + " total " + insight.total());
        }
    };

    private static SeriesKey key(String name) {
        return new SeriesKey(InsightKind.CALL_RATE, "111122223333", "eu-west-1", "sqs.amazonaws.com", name, null);
    }

    private void count(SeriesKey key, long minute, int times) {
        for (int i = 0; i < times; i++) {
            detector.count(key, minute);
        }
    }

    private void closeBefore(long minute) {
        detector.closeBefore(minute, key -> true, findings);
    }

    @Test
    void tenCallsAreUnusualWhereThereWereNone() {
        detector.startAt(100);
        count(KEY, 100, 9);
        closeBefore(101);
        assertThat(found).isEmpty();
        count(KEY, 102, 10);
        closeBefore(102);
        assertThat(found).isEmpty();
        closeBefore(103);
        assertThat(found).containsExactly("start 102 of CreateQueue");
        assertThat(detector.isWaiting()).isTrue();
        count(KEY, 103, 20);
        closeBefore(104);
        count(KEY, 104, 1);
        closeBefore(105);
        assertThat(found).containsExactly("start 102 of CreateQueue", "end 102-104 total 30");
        assertThat(detector.isWaiting()).isFalse();
    }

    @Test
    void whatIsUsualIsNoInsight() {
        detector.startAt(WEEK);
        for (long minute = 0; minute < WEEK; minute++) {
            detector.count(KEY, minute);
            count(KEY, minute, 19 + (int) (minute % 3));
        }
        count(KEY, WEEK, 28);
        closeBefore(WEEK + 1);
        assertThat(found).isEmpty();
        count(KEY, WEEK + 1, 40);
        closeBefore(WEEK + 2);
        assertThat(found).hasSize(1);
    }

    @Test
    void aBurstThatComesEveryHourIsUsual() {
        detector.startAt(WEEK);
        for (long minute = 0; minute < WEEK; minute += 60) {
            count(KEY, minute, 50);
        }
        count(KEY, WEEK, 50);
        closeBefore(WEEK + 1);
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsOlderThanTheBaselineIsForgotten() {
        detector.startAt(WEEK);
        count(KEY, 0, 1_000_000);
        count(KEY, WEEK, 50);
        closeBefore(WEEK + 1);
        assertThat(found).isEmpty();
        count(KEY, WEEK + 1, 50);
        closeBefore(WEEK + 2);
        assertThat(found).hasSize(1);
    }

    @Test
    void aGapEndsAnInsightAtItsFirstMinute() {
        detector.startAt(0);
        count(KEY, 5, 50);
        closeBefore(6);
        closeBefore(100_000);
        assertThat(found).containsExactly("start 5 of CreateQueue", "end 5-6 total 50");
    }

    @Test
    void whatNobodyWantsIsNotFound() {
        detector.startAt(0);
        count(KEY, 5, 50);
        detector.closeBefore(6, key -> false, findings);
        assertThat(found).isEmpty();
        assertThat(detector.isWaiting()).isFalse();
    }

    @Test
    void memoryIsBounded() {
        detector.startAt(0);
        for (int i = 0; i < Detector.MOST_SERIES * 3; i++) {
            detector.count(key("Event" + i), 7);
        }
        assertThat(detector.size()).isLessThanOrEqualTo(Detector.MOST_SERIES);
        closeBefore(8);
        for (int series = 0; series < 60; series++) {
            for (long minute = 0; minute < WEEK; minute++) {
                detector.count(key("Busy" + series), minute);
            }
        }
        assertThat(detector.size()).isLessThan(60);
    }

    @Test
    void anAccountCanBeForgotten() {
        detector.startAt(0);
        count(KEY, 5, 50);
        closeBefore(6);
        count(KEY, 6, 50);
        detector.forget(key -> key.accountId().equals("111122223333"));
        assertThat(detector.isWaiting()).isFalse();
        closeBefore(9);
        assertThat(found).hasSize(1);
    }

    @Property(tries = 200)
    void countsAreThoseOfAMap(@ForAll @Size(max = 200) List<@IntRange(max = 60) Integer> minutes) {
        MinuteCounts counts = new MinuteCounts();
        TreeMap<Long, Integer> model = new TreeMap<>();
        for (int minute : minutes) {
            counts.add(minute);
            model.merge((long) minute, 1, Integer::sum);
        }
        for (long minute = 0; minute <= 60; minute++) {
            assertThat(counts.in(minute)).isEqualTo(model.getOrDefault(minute, 0));
        }
        InsightRule.Baseline baseline = counts.before(30);
        double sum = model.headMap(30L).values().stream().mapToInt(n -> n).sum();
        assertThat(baseline.average()).isEqualTo(sum / WEEK);
        counts.forgetBefore(20);
        assertThat(counts.in(19)).isZero();
        assertThat(counts.in(20)).isEqualTo(model.getOrDefault(20L, 0));
        assertThat(counts.size()).isEqualTo(model.tailMap(20L).size());
    }
}
