package io.vaportrail.sns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.sns.delivery.RetryPolicy.Backoff;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static List<Long> delays(RetryPolicy policy) {
        return IntStream.rangeClosed(1, policy.retries() + 1)
                .mapToObj(policy::delayMillis)
                .toList();
    }

    @Test
    void defaultIsThreeTimesAfterTwentySeconds() {
        assertThat(delays(RetryPolicy.DEFAULT)).containsExactly(20_000L, 20_000L, 20_000L, -1L);
    }

    @Test
    void phasesFollowOneAnother() {
        RetryPolicy policy = new RetryPolicy(10, 40, 8, 1, 2, 1, Backoff.LINEAR);

        assertThat(delays(policy))
                .containsExactly(0L, 10_000L, 10_000L, 10_000L, 20_000L, 30_000L, 40_000L, 40_000L, -1L);
    }

    @Test
    void delaysGrowAsTheFunctionSays() {
        assertThat(delays(new RetryPolicy(1, 9, 3, 0, 0, 0, Backoff.ARITHMETIC)))
                .containsExactly(1_000L, 3_000L, 9_000L, -1L);
        assertThat(delays(new RetryPolicy(1, 9, 3, 0, 0, 0, Backoff.GEOMETRIC)))
                .containsExactly(1_000L, 3_000L, 9_000L, -1L);
        assertThat(delays(new RetryPolicy(1, 8, 4, 0, 0, 0, Backoff.EXPONENTIAL)))
                .containsExactly(1_000L, 2_000L, 4_000L, 8_000L, -1L);
    }

    @Test
    void policiesAreChecked() {
        assertThat(DeliveryPolicy.subscriptionComplaint("{\"healthyRetryPolicy\":{\"numRetries\":100}}"))
                .isNull();
        assertThat(DeliveryPolicy.subscriptionComplaint("{\"healthyRetryPolicy\":{\"numRetries\":101}}"))
                .contains("numRetries");
        assertThat(DeliveryPolicy.subscriptionComplaint("{\"healthyRetryPolicy\":{\"minDelayTarget\":30}}"))
                .contains("minDelayTarget");
        assertThat(DeliveryPolicy.subscriptionComplaint(
                        "{\"healthyRetryPolicy\":{\"maxDelayTarget\":3600,\"minDelayTarget\":3600,\"numRetries\":2}}"))
                .contains("3600 seconds");
        assertThat(DeliveryPolicy.subscriptionComplaint("{\"requestPolicy\":{\"headerContentType\":\"image/png\"}}"))
                .contains("image/png");
        assertThat(DeliveryPolicy.topicComplaint("{\"smtp\":{}}")).contains("smtp");
    }
}
