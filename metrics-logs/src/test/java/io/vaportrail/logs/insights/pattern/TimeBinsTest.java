package io.vaportrail.logs.insights.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeBinsTest {
    @Test
    void startsWithSecondsThatGrowWithTheTime() {
        TimeBins bins = new TimeBins();
        Series series = Series.ofCounts(bins);
        for (int second = 0; second < 64; second++) {
            series.add(bins.place(second * 1_000L));
        }
        assertThat(bins.count()).isEqualTo(64);
        assertThat(bins.level()).isZero();
        series.add(bins.place(64_500));
        assertThat(bins.level()).isEqualTo(1);
        assertThat(bins.lengthMillis()).isEqualTo(5_000);
        assertThat(bins.count()).isEqualTo(13);
        assertThat(bins.startMillis(12)).isEqualTo(60_000);
        double[] expected = new double[13];
        Arrays.fill(expected, 5);
        assertThat(series.counts(all(bins))).containsExactly(expected);
    }

    private static int[] all(TimeBins bins) {
        int[] all = new int[bins.count()];
        Arrays.setAll(all, part -> part);
        return all;
    }

    /** Whatever comes in whatever order: nothing is lost, all is where its time is, and there are few parts. */
    @Property(tries = 200)
    void losesNothing(@ForAll long seed, @ForAll @LongRange(min = 1, max = 1L << 45) long span) {
        Random random = new Random(seed);
        TimeBins bins = new TimeBins();
        Series often = Series.ofNumbers(bins);
        Series seldom = Series.ofCounts(bins);
        Map<Long, Integer> times = new HashMap<>();
        long from = random.nextLong() % (1L << 45);
        for (int i = 0; i < 300; i++) {
            long time = from + (long) (random.nextDouble() * span * (i + 1) / 300);
            int place = bins.place(time);
            often.add(place, 2);
            times.merge(time, 1, Integer::sum);
            if (i % 100 == 0) {
                seldom.add(place);
            }
        }
        assertThat(bins.count()).isBetween(1, TimeBins.MOST);
        double[] expected = new double[bins.count()];
        times.forEach((time, count) -> {
            int part = bins.part(time);
            assertThat(time - bins.startMillis(part)).isBetween(0L, bins.lengthMillis() - 1);
            expected[part] += count;
        });
        assertThat(often.counts(all(bins))).containsExactly(expected);
        assertThat(Arrays.stream(often.sums(all(bins))).sum()).isEqualTo(600);
        assertThat(Arrays.stream(often.squares(all(bins))).sum()).isEqualTo(1_200);
        assertThat(Arrays.stream(seldom.counts(all(bins))).sum()).isEqualTo(3);
    }
}
