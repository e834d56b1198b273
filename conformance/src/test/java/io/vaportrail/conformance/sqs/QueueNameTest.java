package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which names a queue may have.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue</a>
 */
class QueueNameTest extends SqsTest {
    private static final String STANDARD =
            "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length";
    private static final String FIFO =
            "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores,"
                    + " must end with .fifo suffix and be 1 to 80 in length.";

    @ParameterizedTest
    @ValueSource(strings = {"q", "Orders_2030-eu", "-", "_", "0123456789"})
    void takesLettersDigitsHyphensAndUnderscores(String name) {
        assertThat(create(name)).endsWith("/" + ACCOUNT + "/" + name);
    }

    @Test
    void takesUpToEightyCharacters() {
        assertThat(create("n".repeat(80))).endsWith("n".repeat(80));
        assertInvalidParameter(STANDARD, () -> create("n".repeat(81)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"or ders", "orders!", "orders.1", "orders/1", "größe", "a:b"})
    void refusesOtherCharacters(String name) {
        assertInvalidParameter(STANDARD, () -> create(name));
    }

    @Test
    void refusesTheSuffixOfFifoQueuesOnAStandardQueue() {
        assertInvalidParameter(STANDARD, () -> create("orders.fifo"));
    }

    @Test
    void countsTheSuffixOfFifoQueuesAmongTheEighty() {
        assertThat(createFifo("f".repeat(75) + ".fifo")).endsWith("f.fifo");
        assertInvalidParameter(FIFO, () -> createFifo("f".repeat(76) + ".fifo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders.FIFO", "or ders.fifo", "or.ders.fifo"})
    void refusesNamesThatAFifoQueueCannotHave(String name) {
        assertInvalidParameter(FIFO, () -> createFifo(name));
    }

    @Test
    void tellsNamesApartByCase() {
        assertThat(create("orders")).isNotEqualTo(create("Orders"));
        assertThat(sqs.listQueues().queueUrls()).hasSize(2);
    }

    @Test
    void refusesACallWithoutAName() {
        assertRefused(
                "MissingParameter",
                400,
                "The request must contain the parameter QueueName.",
                () -> sqs.createQueue(r -> r.attributesWithStrings(Map.of("DelaySeconds", "1"))));
    }
}
