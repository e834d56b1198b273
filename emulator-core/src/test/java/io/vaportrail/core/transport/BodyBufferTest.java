package io.vaportrail.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

final class BodyBufferTest {
    private static final int KIB = 1024;

    private final BodyBudget budget = new BodyBudget(1000 * KIB);

    private static ByteBuf bytes(int count) {
        return Unpooled.wrappedBuffer(new byte[count]);
    }

    @Test
    void takesNoMoreThanHasComeIn() throws BodyException {
        BodyBuffer body = new BodyBuffer(budget, 1 << 30, 1 << 30);
        body.add(bytes(100));

        assertThat(budget.taken()).isZero();
        assertThat(body.toArray()).hasSize(100);
    }

    @Test
    void sharesABudgetWithOtherBodies() throws BodyException {
        BodyBuffer first = new BodyBuffer(budget, 1000 * KIB, -1);
        first.add(bytes(600 * KIB));
        BodyBuffer second = new BodyBuffer(budget, 1000 * KIB, -1);
        second.add(bytes(300 * KIB));

        assertThat(budget.taken()).isEqualTo(900 * KIB);
        assertThatThrownBy(() -> second.add(bytes(200 * KIB)))
                .isInstanceOfSatisfying(
                        BodyException.class, e -> assertThat(e.status()).isEqualTo(503));
        first.release();
        second.add(bytes(200 * KIB));
        second.release();
        assertThat(budget.taken()).isZero();
    }

    @Test
    void keepsToItsLimitWhateverWasAnnounced() throws BodyException {
        BodyBuffer body = new BodyBuffer(budget, 100, 50);
        body.add(bytes(100));

        assertThatThrownBy(() -> body.add(bytes(1)))
                .isInstanceOfSatisfying(
                        BodyException.class, e -> assertThat(e.status()).isEqualTo(413));
    }
}
