package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import org.junit.jupiter.api.Test;

/** The waiting rules of AWS that hold only in strict mode, since they break the teardown of tests. */
@EmulatorTest(strict = true)
class StrictRulesTest extends SqsTest {
    @Test
    void blocksTheNameOfADeletedQueueForAMinute() {
        String url = create("orders");
        sqs.deleteQueue(r -> r.queueUrl(url));
        String wording =
                "You must wait 60 seconds after deleting a queue before you can create another with the same name.";

        assertRefused("AWS.SimpleQueueService.QueueDeletedRecently", 400, wording, () -> create("orders"));
        emulator.advanceSeconds(59);
        assertRefused("AWS.SimpleQueueService.QueueDeletedRecently", 400, wording, () -> create("orders"));
        create("others");
        emulator.advanceSeconds(1);

        assertThat(create("orders")).isEqualTo(url);
    }

    @Test
    void purgesOnceAMinute() {
        String url = create("orders");
        String wording = "Only one PurgeQueue operation on orders is allowed every 60 seconds.";

        sqs.purgeQueue(r -> r.queueUrl(url));
        assertRefused(
                "AWS.SimpleQueueService.PurgeQueueInProgress",
                403,
                wording,
                () -> sqs.purgeQueue(r -> r.queueUrl(url)));
        emulator.advanceSeconds(59);
        assertRefused(
                "AWS.SimpleQueueService.PurgeQueueInProgress",
                403,
                wording,
                () -> sqs.purgeQueue(r -> r.queueUrl(url)));
        String other = create("others");
        sqs.purgeQueue(r -> r.queueUrl(other));
        emulator.advanceSeconds(1);

        sqs.purgeQueue(r -> r.queueUrl(url));
    }
}
