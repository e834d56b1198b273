package io.vaportrail.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PendingWorkTest {
    private final PendingWork pending = new PendingWork(Duration.ofMillis(20), Duration.ofMinutes(10));

    @Test
    void callsOutsideAreNotWaitedForLong() {
        pending.beginOutside();

        assertThat(pending.awaitSettled()).isFalse();
        pending.endOutside();
        assertThat(pending.awaitSettled()).isTrue();
    }

    @Test
    void workInProcessIsWaitedForToItsEnd() {
        pending.begin();
        CompletableFuture<Boolean> settled = CompletableFuture.supplyAsync(pending::awaitSettled);

        pending.beginOutside();
        pending.end();

        assertThat(settled.join()).isFalse();
        assertThat(pending.count()).isEqualTo(1);
    }

    @Test
    void endsNeedBeginnings() {
        pending.beginOutside();
        assertThatThrownBy(pending::end).isInstanceOf(IllegalStateException.class);
        pending.endOutside();
        assertThatThrownBy(pending::endOutside).isInstanceOf(IllegalStateException.class);
    }
}
