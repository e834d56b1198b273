package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * DeleteMessage and which of a message's handles it takes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html">DeleteMessage</a>
 */
class DeleteMessageTest extends SqsTest {
    @Test
    void deletesForGood() {
        String url = create("orders");
        sendAll(url, "done", "to do");
        Message done = receiveOne(url);

        delete(url, done);

        assertThat(counts(url)).isEqualTo(new Counts(1, 0, 0));
        emulator.advanceSeconds(TWELVE_HOURS);
        assertThat(receiveBodies(url)).containsExactly("to do").doesNotContain(done.body());
    }

    @Test
    void doesNothingTheSecondTime() {
        String url = create("orders");
        send(url, "done");
        Message message = receiveOne(url);

        delete(url, message);
        delete(url, message);

        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void takesTheHandleOfAMessageWhoseTimeoutEnded() {
        String url = create("orders", Map.of("VisibilityTimeout", "1"));
        send(url, "late");
        Message message = receiveOne(url);
        emulator.advanceSeconds(2);

        delete(url, message);

        assertThat(receive(url)).isEmpty();
        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void keepsAMessageThatWasReceivedAgainSince() {
        String url = create("orders", Map.of("VisibilityTimeout", "1"));
        send(url, "mine now");
        Message first = receiveOne(url);
        emulator.advanceSeconds(2);
        Message second = receiveOne(url, r -> r.visibilityTimeout(600));

        delete(url, first);

        assertThat(counts(url)).isEqualTo(new Counts(0, 1, 0));
        delete(url, second);
        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void refusesACallWithoutAHandle() {
        String url = create("orders");

        assertRefused(
                "MissingParameter",
                400,
                "The request must contain the parameter ReceiptHandle.",
                () -> sqs.deleteMessage(r -> r.queueUrl(url)));
    }

    @Test
    void knowsNoHandleOfAQueueThatHadTheSameName() {
        String url = create("orders");
        send(url, "of the first queue");
        Message message = receiveOne(url);
        sqs.deleteQueue(r -> r.queueUrl(url));
        create("orders");
        send(url, "of the second queue");

        try {
            delete(url, message);
        } catch (software.amazon.awssdk.services.sqs.model.SqsException refused) {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ReceiptHandleIsInvalid");
        }

        assertThat(receiveBodies(url)).containsExactly("of the second queue");
    }
}
