package io.vaportrail.metrics.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.store.MetricStore;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.support.Surroundings;
import org.junit.jupiter.api.Test;

class CallCountsTest {
    private static final CallOrigin OUTSIDE = CallOrigin.within("127.0.0.1", null, "http://localhost");

    private final EmulatorClock clock = Surroundings.stillClock(1_800_000_000_000L);
    private final CallCounts counts =
            new CallCounts(new MetricIntake(new MetricStore(clock, 64L << 20, Runnable::run)), clock);

    @Test
    void accountsDoNotFillTheMemory() {
        int calls = 10_000;
        for (int i = 0; i < calls; i++) {
            Caller caller = Caller.root(Long.toString(100_000_000_000L + i), "key");
            counts.completed(new Call(SqsService.LIST_QUEUES, caller, "us-east-1", "id", OUTSIDE), 200, null, 1);
        }

        assertThat(counts.remembered()).isLessThanOrEqualTo(4096);
        assertThat(counts.numbers().get("sqs.ListQueues")).containsEntry("calls", (long) calls);
    }
}
