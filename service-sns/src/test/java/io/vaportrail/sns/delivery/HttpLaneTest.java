package io.vaportrail.sns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.sns.SnsLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpLaneTest {
    private final HttpLane lane = new HttpLane();
    private final List<Runnable> underWay = new ArrayList<>();

    @Test
    void takesSoManyAndNotOneMore() {
        for (int i = 0; i < SnsLimits.HTTP_BACKLOG; i++) {
            assertThat(lane.join()).isTrue();
        }

        assertThat(lane.join()).isFalse();
        assertThat(lane.leave()).isFalse();
        assertThat(lane.join()).isTrue();
    }

    @Test
    void sendsSoManyAtATimeInTheOrderAdded() {
        List<Integer> started = new ArrayList<>();
        for (int i = 0; i <= SnsLimits.HTTP_PARALLEL; i++) {
            int number = i;
            lane.add(ended -> {
                started.add(number);
                underWay.add(ended);
            });
        }
        assertThat(started).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);

        underWay.get(3).run();

        assertThat(started).endsWith(7, 8);
    }

    @Test
    void slotsAreSpreadOverTheSecond() {
        assertThat(lane.slotMillis(1_000, 4)).isEqualTo(1_000);
        assertThat(lane.slotMillis(1_000, 4)).isEqualTo(1_250);
        assertThat(lane.busyUntilMillis()).isEqualTo(1_500);
        assertThat(lane.slotMillis(9_000, 4)).isEqualTo(9_000);
    }
}
