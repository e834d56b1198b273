package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * GetQueueAttributes and SetQueueAttributes, with the range of each attribute.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">SetQueueAttributes</a>
 */
class QueueAttributesTest extends SqsTest {
    @Test
    void startsWithTheDefaults() {
        String created = String.valueOf(emulator.now().getEpochSecond());

        assertThat(attributes(create("plain")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ApproximateNumberOfMessages", "0"),
                        Map.entry("ApproximateNumberOfMessagesDelayed", "0"),
                        Map.entry("ApproximateNumberOfMessagesNotVisible", "0"),
                        Map.entry("CreatedTimestamp", created),
                        Map.entry("DelaySeconds", "0"),
                        Map.entry("LastModifiedTimestamp", created),
                        Map.entry("MaximumMessageSize", "1048576"),
                        Map.entry("MessageRetentionPeriod", "345600"),
                        Map.entry("QueueArn", arn("plain")),
                        Map.entry("ReceiveMessageWaitTimeSeconds", "0"),
                        Map.entry("SqsManagedSseEnabled", "true"),
                        Map.entry("VisibilityTimeout", "30")));
    }

    @Test
    void showsWhatMakesAFifoQueue() {
        assertThat(attributes(createFifo("orders.fifo", Map.of())))
                .containsEntry("FifoQueue", "true")
                .containsEntry("ContentBasedDeduplication", "false")
                .containsEntry("DeduplicationScope", "queue")
                .containsEntry("FifoThroughputLimit", "perQueue")
                .containsEntry("QueueArn", arn("orders.fifo"));
    }

    @Test
    void takesTrueInAnyCase() {
        String url = create("orders.fifo", Map.of("FifoQueue", "True", "ContentBasedDeduplication", "True"));

        assertThat(attributes(url))
                .containsEntry("FifoQueue", "true")
                .containsEntry("ContentBasedDeduplication", "true");
    }

    @Test
    void changesOnlyWhatIsSet() {
        String url = create(
                "orders",
                Map.of(
                        "MessageRetentionPeriod",
                        "7200",
                        "ReceiveMessageWaitTimeSeconds",
                        "4",
                        "VisibilityTimeout",
                        "21"));

        sqs.setQueueAttributes(r -> r.queueUrl(url)
                .attributesWithStrings(
                        Map.of("MaximumMessageSize", "4096", "VisibilityTimeout", "75", "DelaySeconds", "300")));

        assertThat(attributes(url))
                .containsEntry("MessageRetentionPeriod", "7200")
                .containsEntry("ReceiveMessageWaitTimeSeconds", "4")
                .containsEntry("VisibilityTimeout", "75")
                .containsEntry("MaximumMessageSize", "4096")
                .containsEntry("DelaySeconds", "300");
    }

    @Test
    void remembersWhenItWasLastModified() {
        String url = create("orders");
        long created = emulator.now().getEpochSecond();
        emulator.advanceSeconds(90);

        set(url, "DelaySeconds", "2");

        assertThat(attributes(url))
                .containsEntry("CreatedTimestamp", String.valueOf(created))
                .containsEntry("LastModifiedTimestamp", String.valueOf(created + 90));
    }

    @Test
    void answersTheAttributesAskedFor() {
        String url = create("orders");

        assertThat(sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNamesWithStrings("QueueArn", "DelaySeconds"))
                        .attributesAsStrings())
                .containsExactlyInAnyOrderEntriesOf(Map.of("QueueArn", arn("orders"), "DelaySeconds", "0"));
        assertThat(sqs.getQueueAttributes(r -> r.queueUrl(url)).attributesAsStrings())
                .isEmpty();
        assertThat(sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNamesWithStrings("Policy", "RedrivePolicy"))
                        .attributesAsStrings())
                .isEmpty();
    }

    @Test
    void refusesAnAttributeThatDoesNotExist() {
        String url = create("orders");

        assertRefused(
                "InvalidAttributeName",
                400,
                "Unknown Attribute Colour.",
                () -> sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNamesWithStrings("QueueArn", "Colour")));
        assertRefused("InvalidAttributeName", 400, "Unknown Attribute Colour.", () -> set(url, "Colour", "blue"));
        assertRefused(
                "InvalidAttributeName",
                400,
                "Unknown Attribute Colour.",
                () -> create("others", Map.of("Colour", "blue")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QueueArn",
                "ApproximateNumberOfMessages",
                "ApproximateNumberOfMessagesNotVisible",
                "ApproximateNumberOfMessagesDelayed",
                "CreatedTimestamp",
                "LastModifiedTimestamp",
                "All"
            })
    void refusesToSetWhatTheQueueSaysOfItself(String attribute) {
        String url = create("orders");

        assertRefused(
                "InvalidAttributeName", 400, "Unknown Attribute " + attribute + ".", () -> set(url, attribute, "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "DelaySeconds, 0, 900",
        "MaximumMessageSize, 1024, 1048576",
        "MessageRetentionPeriod, 60, 1209600",
        "ReceiveMessageWaitTimeSeconds, 0, 20",
        "VisibilityTimeout, 0, 43200",
        "KmsDataKeyReusePeriodSeconds, 60, 86400"
    })
    void holdsEachNumberWithinItsRange(String attribute, long least, long most) {
        String url = create("orders");

        set(url, attribute, String.valueOf(least));
        assertThat(attributes(create("least-" + attribute, Map.of(attribute, String.valueOf(least)))))
                .containsEntry("QueueArn", arn("least-" + attribute));
        set(url, attribute, String.valueOf(most));
        assertThat(attributes(create("most-" + attribute, Map.of(attribute, String.valueOf(most)))))
                .containsEntry("QueueArn", arn("most-" + attribute));

        assertInvalidValue(attribute, url, String.valueOf(least - 1));
        assertInvalidValue(attribute, url, String.valueOf(most + 1));
        assertInvalidValue(attribute, url, "many");
        assertInvalidValue(attribute, url, "1.5");
        assertInvalidValue(attribute, url, "99999999999999999999");
    }

    @ParameterizedTest
    @CsvSource({
        "DelaySeconds, 900",
        "MaximumMessageSize, 1024",
        "MessageRetentionPeriod, 1209600",
        "ReceiveMessageWaitTimeSeconds, 20",
        "VisibilityTimeout, 43200"
    })
    void showsTheValueThatWasSet(String attribute, String value) {
        String url = create("orders");

        set(url, attribute, value);

        assertThat(attributes(url)).containsEntry(attribute, value);
    }

    @Test
    void setsNothingWhenOneValueIsRefused() {
        String url = create("orders");

        assertRefused(
                "InvalidAttributeValue",
                400,
                () -> sqs.setQueueAttributes(r -> r.queueUrl(url)
                        .attributesWithStrings(Map.of("DelaySeconds", "5", "VisibilityTimeout", "43201"))));

        assertThat(attributes(url)).containsEntry("DelaySeconds", "0").containsEntry("VisibilityTimeout", "30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void knowsNoQueueTypeOnAStandardQueue(String value) {
        String url = create("orders");

        assertRefused("InvalidAttributeName", 400, "Unknown Attribute FifoQueue.", () -> set(url, "FifoQueue", value));
    }

    @Test
    void neverChangesTheTypeOfAQueue() {
        String url = createFifo("orders.fifo");

        set(url, "FifoQueue", "true");
        assertRefused(
                "InvalidAttributeValue",
                400,
                "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.",
                () -> set(url, "FifoQueue", "false"));
    }

    @Test
    void showsAPolicyAsItWasSetAndForgetsItWhenSetToNothing() {
        String url = create("orders");
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"all\",\"Effect\":\"Allow\",\"Principal\":\"*\","
                        + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"" + arn("orders") + "\"}]}";

        set(url, "Policy", policy);
        assertThat(attributes(url)).containsEntry("Policy", policy);

        set(url, "Policy", "");
        assertThat(attributes(url)).doesNotContainKey("Policy");
    }

    @Test
    void refusesAPolicyThatIsNone() {
        String url = create("orders");

        AwsError error = assertRefused("InvalidAttributeValue", 400, () -> set(url, "Policy", "everybody may"));

        assertThat(error.message()).startsWith("Invalid value for the parameter Policy.");
    }

    @Test
    void turnsItsOwnEncryptionOff() {
        String url = create("orders");

        set(url, "SqsManagedSseEnabled", "false");

        assertThat(attributes(url)).containsEntry("SqsManagedSseEnabled", "false");
    }

    @Test
    void encryptsByAKeyInsteadOfItsOwn() {
        String url = create("orders");

        sqs.setQueueAttributes(r -> r.queueUrl(url)
                .attributesWithStrings(
                        Map.of("KmsMasterKeyId", "alias/orders", "KmsDataKeyReusePeriodSeconds", "5400")));
        assertThat(attributes(url))
                .containsEntry("KmsMasterKeyId", "alias/orders")
                .containsEntry("KmsDataKeyReusePeriodSeconds", "5400")
                .containsEntry("SqsManagedSseEnabled", "false");

        sqs.setQueueAttributes(r -> r.queueUrl(url)
                .attributesWithStrings(Map.of("KmsMasterKeyId", "", "KmsDataKeyReusePeriodSeconds", "300")));
        assertThat(attributes(url))
                .doesNotContainKeys("KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds")
                .containsEntry("SqsManagedSseEnabled", "false");
    }

    @Test
    void takesOneKindOfEncryptionAtATime() {
        String url = create("orders");
        String message = "You can use one type of server-side encryption (SSE) at one time."
                + " You can either enable KMS SSE or SQS SSE.";

        assertRefused(
                "InvalidAttributeName",
                400,
                message,
                () -> sqs.setQueueAttributes(r -> r.queueUrl(url)
                        .attributesWithStrings(
                                Map.of("SqsManagedSseEnabled", "true", "KmsMasterKeyId", "alias/orders"))));
        assertRefused(
                "InvalidAttributeName",
                400,
                message,
                () -> create("others", Map.of("SqsManagedSseEnabled", "true", "KmsMasterKeyId", "alias/orders")));
    }

    @Test
    void countsMessagesByWhereTheyAre() {
        String url = create("orders");
        sendAll(url, "a", "b", "c");
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("later").delaySeconds(60));
        receiveOne(url);

        assertThat(counts(url)).isEqualTo(new Counts(2, 1, 1));

        emulator.advanceSeconds(30);
        assertThat(counts(url)).isEqualTo(new Counts(3, 0, 1));
        emulator.advanceSeconds(30);
        assertThat(counts(url)).isEqualTo(new Counts(4, 0, 0));
    }

    private void assertInvalidValue(String attribute, String url, String value) {
        AwsError whenSet = assertRefused("InvalidAttributeValue", 400, () -> set(url, attribute, value));
        assertThat(whenSet.message()).startsWith("Invalid value for the parameter " + attribute + ".");
        AwsError whenCreated =
                assertRefused("InvalidAttributeValue", 400, () -> create("refused", Map.of(attribute, value)));
        assertThat(whenCreated.message()).startsWith("Invalid value for the parameter " + attribute + ".");
    }
}
