package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * ChangeMessageVisibility.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html">
 *     ChangeMessageVisibility</a>
 */
class VisibilityTest extends SqsTest {
    @Test
    void prolongsTheTimeout() {
        String url = create("orders");
        send(url, "slow");
        Message message = receiveOne(url);
        emulator.advanceSeconds(20);

        changeVisibility(url, message, 60);

        emulator.advanceSeconds(59);
        assertThat(receive(url)).isEmpty();
        emulator.advanceSeconds(1);
        assertThat(receiveBodies(url)).containsExactly("slow");
    }

    @Test
    void shortensTheTimeout() {
        String url = create("orders");
        send(url, "quick");

        changeVisibility(url, receiveOne(url), 2);

        emulator.advanceSeconds(2);
        assertThat(receiveBodies(url)).containsExactly("quick");
    }

    @Test
    void showsAMessageAgainAtOnce() {
        String url = create("orders");
        send(url, "not mine");

        changeVisibility(url, receiveOne(url), 0);

        assertThat(counts(url)).isEqualTo(new Counts(1, 0, 0));
        assertThat(receiveBodies(url)).containsExactly("not mine");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 43_201})
    void refusesATimeoutOutOfRange(int seconds) {
        String url = create("orders");
        send(url, "x");
        Message message = receiveOne(url);

        assertInvalidParameter(() -> changeVisibility(url, message, seconds));
        changeVisibility(url, message, TWELVE_HOURS);
    }

    @Test
    void holdsAMessageForTwelveHoursInAll() {
        String url = create("orders");
        send(url, "held");
        Message message = receiveOne(url);
        emulator.advanceSeconds(10);

        AwsError error = assertInvalidParameter(() -> changeVisibility(url, message, TWELVE_HOURS - 9));
        assertThat(error.message())
                .contains("Total VisibilityTimeout for the message is beyond the limit [43200 seconds]");
        changeVisibility(url, message, TWELVE_HOURS - 10);
    }

    @Test
    void takesTheHandleOfAMessageWhoseTimeoutEnded() {
        String url = create("orders", Map.of("VisibilityTimeout", "1"));
        send(url, "late");
        Message message = receiveOne(url);
        emulator.advanceSeconds(2);

        changeVisibility(url, message, 2);

        assertThat(counts(url).visible() + counts(url).notVisible()).isEqualTo(1);
    }

    @Test
    void refusesTheHandleOfADeletedMessage() {
        String url = create("orders");
        send(url, "gone");
        Message message = receiveOne(url);
        delete(url, message);

        assertInvalidParameter(
                "Value " + message.receiptHandle() + " for parameter ReceiptHandle is invalid."
                        + " Reason: Message does not exist or is not available for visibility timeout change.",
                () -> changeVisibility(url, message, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AQEB", "not base64!", "aGVsbG8="})
    void refusesWhatWasNeverAHandle(String text) {
        String url = create("orders");
        Message message = Message.builder().receiptHandle(text).build();

        assertRefused("ReceiptHandleIsInvalid", 404, () -> changeVisibility(url, message, 5));
        assertRefused("ReceiptHandleIsInvalid", 404, () -> delete(url, message));
    }

    @Test
    void refusesTheHandleOfAnotherQueue() {
        String url = create("orders");
        String other = create("others");
        send(other, "over there");
        Message message = receiveOne(other);
        String wording = "The receipt handle \"" + message.receiptHandle() + "\" is not valid for this queue.";

        assertRefused("ReceiptHandleIsInvalid", 404, wording, () -> delete(url, message));
        assertRefused("ReceiptHandleIsInvalid", 404, wording, () -> changeVisibility(url, message, 5));
        delete(other, message);
    }

    @Test
    void refusesACallWithoutATimeout() {
        String url = create("orders");
        send(url, "x");
        Message message = receiveOne(url);

        assertRefused(
                "MissingParameter",
                400,
                "The request must contain the parameter VisibilityTimeout.",
                () -> sqs.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(message.receiptHandle())));
    }
}
