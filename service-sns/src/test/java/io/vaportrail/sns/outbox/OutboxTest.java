package io.vaportrail.sns.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.outbox.KeptMessage.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "us-east-1";

    private final Outbox outbox = new Outbox();

    private void keep(Kind kind, int number) {
        outbox.keep(
                ACCOUNT,
                REGION,
                new KeptMessage(kind, "id" + number, "+15550100", null, null, null, "m", Map.of(), number));
    }

    private List<String> kept(Kind kind) {
        return outbox.list(ACCOUNT, REGION, kind, message -> true).stream()
                .map(KeptMessage::messageId)
                .toList();
    }

    @Test
    void keepsTheLatestOfEachKind() {
        keep(Kind.EMAIL, 0);
        for (int i = 1; i <= SnsLimits.KEPT_DELIVERIES; i++) {
            keep(Kind.SMS, i);
        }
        assertThat(kept(Kind.SMS)).hasSize(SnsLimits.KEPT_DELIVERIES).startsWith("id1");

        keep(Kind.SMS, SnsLimits.KEPT_DELIVERIES + 1);

        assertThat(kept(Kind.SMS)).hasSize(SnsLimits.KEPT_DELIVERIES).startsWith("id2");
        assertThat(kept(Kind.EMAIL)).containsExactly("id0");
        assertThat(outbox.list(ACCOUNT, "eu-west-1", Kind.SMS, message -> true)).isEmpty();
    }
}
