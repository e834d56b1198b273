package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Each bound from both sides. Those of names, tags, filter policies and archives stand with their features. */
class LimitsTest extends SnsTest {
    private static PublishBatchRequestEntry entry(String id, String message) {
        return PublishBatchRequestEntry.builder().id(id).message(message).build();
    }

    private void publishBatch(String topic, List<PublishBatchRequestEntry> entries) {
        sns.publishBatch(r -> r.topicArn(topic).publishBatchRequestEntries(entries));
    }

    private static void assertBound(boolean within, ThrowingCallable call, Runnable refused) throws Throwable {
        if (within) {
            call.call();
        } else {
            refused.run();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "10, true", "11, false"})
    void batchesHaveUpToTenEntries(int entries, boolean within) throws Throwable {
        String topic = topic("orders");
        List<PublishBatchRequestEntry> all = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            all.add(entry("e" + i, "m"));
        }

        assertBound(
                within,
                () -> publishBatch(topic, all),
                () -> assertRefused(
                        "TooManyEntriesInBatchRequest",
                        400,
                        "The batch request contains more entries than permissible.",
                        () -> publishBatch(topic, all)));
    }

    @ParameterizedTest
    @CsvSource({"262142, true", "262143, false"})
    void messagesOfABatchShare256KiB(int first, boolean within) throws Throwable {
        String topic = topic("orders");
        List<PublishBatchRequestEntry> both = List.of(entry("a", "x".repeat(first)), entry("b", "yy"));

        assertBound(
                within,
                () -> publishBatch(topic, both),
                () -> assertRefused(
                        "BatchRequestTooLong",
                        400,
                        "The length of all the batch messages put together is more than the limit.",
                        () -> publishBatch(topic, both)));
    }

    @ParameterizedTest
    @CsvSource({"80, true", "81, false"})
    void idsOfEntriesHaveUpTo80Characters(int length, boolean within) throws Throwable {
        String topic = topic("orders");
        List<PublishBatchRequestEntry> one = List.of(entry("i".repeat(length), "m"));

        assertBound(
                within,
                () -> publishBatch(topic, one),
                () -> assertRefused(
                        "InvalidBatchEntryId",
                        400,
                        "The Id of a batch entry in a batch request doesn't abide by the specification.",
                        () -> publishBatch(topic, one)));
    }

    @ParameterizedTest
    @CsvSource({"128, true", "129, false"})
    void groupAndDeduplicationIdsHaveUpTo128Characters(int length, boolean within) throws Throwable {
        String topic = topic("orders.fifo", Map.of("FifoTopic", "true"));
        String id = "!".repeat(length);
        ThrowingCallable group = () -> sns.publish(
                r -> r.topicArn(topic).message("m").messageGroupId(id).messageDeduplicationId("d"));
        ThrowingCallable deduplication = () -> sns.publish(
                r -> r.topicArn(topic).message("m").messageGroupId("g").messageDeduplicationId(id));
        String complaint = " Reason: can only include alphanumeric and punctuation characters. 1 to 128 in length";

        assertBound(within, group, () -> assertInvalid("MessageGroupId" + complaint, group));
        assertBound(within, deduplication, () -> assertInvalid("MessageDeduplicationId" + complaint, deduplication));
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void displayNamesHaveUpTo100Characters(int length, boolean within) throws Throwable {
        String topic = topic("orders");
        ThrowingCallable call = () -> sns.setTopicAttributes(
                r -> r.topicArn(topic).attributeName("DisplayName").attributeValue("x".repeat(length)));

        assertBound(within, call, () -> assertInvalid("DisplayName", call));
    }

    @ParameterizedTest
    @CsvSource({"256, true", "257, false"})
    void namesOfAttributesHaveUpTo256Characters(int length, boolean within) throws Throwable {
        String topic = topic("orders");
        ThrowingCallable call = () -> sns.publish(r -> r.topicArn(topic)
                .message("m")
                .messageAttributes(Map.of("n".repeat(length), PublishTest.text("String", "x"))));

        assertBound(
                within,
                call,
                () -> assertRefused(
                        "ParameterValueInvalid",
                        400,
                        "Length of message attribute name must be less than 256 bytes.",
                        call));
    }

    @ParameterizedTest
    @CsvSource({
        "minDelayTarget, 0, false",
        "minDelayTarget, 1, true",
        "numRetries, -1, false",
        "numRetries, 0, true",
        "numRetries, 100, true",
        "numRetries, 101, false"
    })
    void retriesAreBounded(String member, int value, boolean within) throws Throwable {
        String topic = topic("orders");
        ThrowingCallable call = () -> sns.setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("DeliveryPolicy")
                .attributeValue("{\"http\":{\"defaultHealthyRetryPolicy\":{\"" + member + "\":" + value + "}}}"));
        String range = member.equals("numRetries") ? "0 and 100" : "1 and 3600";

        assertBound(within, call, () -> assertInvalid("DeliveryPolicy: " + member + " must be between " + range, call));
    }

    @ParameterizedTest
    @CsvSource({"36, 100, true", "37, 100, false", "3600, 1, true"})
    void retriesLastAnHourTogether(int delay, int retries, boolean within) throws Throwable {
        String topic = topic("orders");
        ThrowingCallable call = () -> sns.setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("DeliveryPolicy")
                .attributeValue("{\"http\":{\"defaultHealthyRetryPolicy\":{\"minDelayTarget\":" + delay
                        + ",\"maxDelayTarget\":" + delay + ",\"numRetries\":" + retries + "}}}"));

        assertBound(
                within,
                call,
                () -> assertInvalid(
                        "DeliveryPolicy: The total retry time must not be greater than 3600 seconds", call));
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void policiesHaveUpTo100Statements(int statements, boolean within) throws Throwable {
        String topic = topic("orders");
        for (int i = 1; i < statements - 1; i++) {
            int label = i;
            sns.addPermission(r -> r.topicArn(topic)
                    .label("l" + label)
                    .awsAccountIds("111122223333")
                    .actionNames("Publish"));
        }
        ThrowingCallable last = () -> sns.addPermission(r ->
                r.topicArn(topic).label("last").awsAccountIds("111122223333").actionNames("Publish"));

        assertBound(within, last, () -> assertInvalid("Policy Error: more than 100 statements", last));
    }

    @ParameterizedTest
    @CsvSource({"2048, true", "2049, false"})
    void userDataHasUpTo2KiB(int length, boolean within) throws Throwable {
        String application = sns.createPlatformApplication(
                        r -> r.name("app").platform("GCM").attributes(Map.of("PlatformCredential", "secret")))
                .platformApplicationArn();
        ThrowingCallable call = () -> sns.createPlatformEndpoint(
                r -> r.platformApplicationArn(application).token("t").customUserData("x".repeat(length)));

        assertBound(
                within,
                call,
                () -> assertInvalid(
                        "Attributes Reason: Invalid value for attribute: CustomUserData: must be at most 2048 bytes"
                                + " long in UTF-8 encoding",
                        call));
    }

    @ParameterizedTest
    @CsvSource({"30720, true", "30721, false"})
    void policiesHaveUpTo30KiB(int length, boolean within) throws Throwable {
        String topic = topic("orders");
        String policy =
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sns:Publish\",\"Resource\":\""
                        + topic + "\"}]}";
        ThrowingCallable call = () -> sns.setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("Policy")
                .attributeValue(policy + " ".repeat(length - policy.length())));

        assertBound(within, call, () -> assertInvalid("Policy Error: longer than 30720 bytes", call));
    }

    @ParameterizedTest
    @CsvSource({"262144, true", "262145, false"})
    void filterPoliciesHaveUpTo256KiB(int length, boolean within) throws Throwable {
        String topic = topic("orders");
        String policy = "{\"a\":[\"" + "x".repeat(length - 10) + "\"]}";
        ThrowingCallable call = () -> subscribe(topic, "inbox", Map.of("FilterPolicy", policy));

        assertBound(
                within, call, () -> assertInvalid("Attributes Reason: FilterPolicy: Filter policy is too large", call));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "256, true", "257, false"})
    void namesOfApplicationsHaveUpTo256Characters(int length, boolean within) throws Throwable {
        ThrowingCallable call = () -> sns.createPlatformApplication(
                r -> r.name("n".repeat(length)).platform("GCM").attributes(Map.of("PlatformCredential", "secret")));

        assertBound(within, call, () -> assertThat(AwsError.of(call).code()).isEqualTo("InvalidParameter"));
    }

    @ParameterizedTest
    @CsvSource({"2048, true", "2049, false"})
    void addressesHaveUpTo2048Characters(int length, boolean within) throws Throwable {
        String topic = topic("orders");
        String start = "http://127.0.0.1:9/";
        ThrowingCallable call = () -> sns.subscribe(
                r -> r.topicArn(topic).protocol("http").endpoint(start + "x".repeat(length - start.length())));

        assertBound(within, call, () -> assertInvalid("Endpoint must match the specified protocol", call));
    }

    @ParameterizedTest
    @CsvSource({"299, false", "300, true"})
    void deduplicationLastsFiveMinutes(int seconds, boolean again) {
        String topic = fifoTopic("orders.fifo");
        String first = sns.publish(r -> r.topicArn(topic).message("m").messageGroupId("g"))
                .messageId();
        emulator.advanceSeconds(seconds);

        String second = sns.publish(r -> r.topicArn(topic).message("m").messageGroupId("g"))
                .messageId();

        assertThat(!second.equals(first)).isEqualTo(again);
    }

    @Test
    void fifoTopicHasUpTo100Subscriptions() {
        String topic = fifoTopic("orders.fifo");
        for (int i = 0; i < 100; i++) {
            subscribe(topic, "q" + i);
        }

        assertRefused(
                "SubscriptionLimitExceeded", 403, "Subscription limit exceeded", () -> subscribe(topic, "one-more"));
        sns.unsubscribe(r -> r.subscriptionArn(subscribe(topic, "q99")));
        subscribe(topic, "one-more");
    }

    @ParameterizedTest
    @CsvSource({"2048, true", "2049, false"})
    void keysHaveUpTo2048Characters(int length, boolean within) throws Throwable {
        String topic = topic("orders");
        String key = "k".repeat(length);
        ThrowingCallable call = () -> sns.setTopicAttributes(
                r -> r.topicArn(topic).attributeName("KmsMasterKeyId").attributeValue(key));

        assertBound(
                within,
                call,
                () -> assertInvalid("KmsMasterKeyId: Invalid value [" + key + "]. Must be a key of KMS.", call));
    }

    @ParameterizedTest
    @CsvSource({"200, true", "201, false"})
    void numbersHaveUpTo200Characters(int length, boolean within) throws Throwable {
        String topic = topic("orders");
        String number = "0." + "1".repeat(length - 2);
        ThrowingCallable call = () -> sns.publish(
                r -> r.topicArn(topic).message("m").messageAttributes(Map.of("n", PublishTest.text("Number", number))));

        assertBound(
                within,
                call,
                () -> assertRefused(
                        "ParameterValueInvalid", 400, "Could not cast message attribute 'n' value to number.", call));
    }

    @Test
    void sandboxHasTenNumbers() {
        for (int i = 0; i < 10; i++) {
            String number = "+1555010" + i;
            sns.createSMSSandboxPhoneNumber(r -> r.phoneNumber(number));
        }

        assertRefused(
                "UserError",
                400,
                "Maximum number of phone numbers in the sandbox reached",
                () -> sns.createSMSSandboxPhoneNumber(r -> r.phoneNumber("+15550199")));
        sns.deleteSMSSandboxPhoneNumber(r -> r.phoneNumber("+15550100"));
        sns.createSMSSandboxPhoneNumber(r -> r.phoneNumber("+15550199"));
        assertThat(sns.listSMSSandboxPhoneNumbers(r -> r.maxResults(100)).phoneNumbers())
                .hasSize(10);
    }
}
