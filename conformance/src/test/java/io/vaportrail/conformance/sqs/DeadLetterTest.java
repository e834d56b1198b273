package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Dead-letter queues: RedrivePolicy, RedriveAllowPolicy and ListDeadLetterSourceQueues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">
 *     Dead-letter queues</a>
 */
class DeadLetterTest extends SqsTest {
    @Test
    void movesAMessageThatWasReceivedTooOften() {
        String dead = create("dead");
        String url = create("orders", Map.of("RedrivePolicy", redrivePolicy("dead", 2)));
        String id = send(url, "poison").messageId();

        assertThat(receiveOne(url, r -> r.visibilityTimeout(0)).body()).isEqualTo("poison");
        assertThat(receiveOne(url, r -> r.visibilityTimeout(0)).body()).isEqualTo("poison");
        assertThat(receive(url)).isEmpty();

        Message message = receiveOne(dead, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.ALL));
        assertThat(message.messageId()).isEqualTo(id);
        assertThat(message.body()).isEqualTo("poison");
        assertThat(message.attributes())
                .containsEntry(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN, arn("orders"));
        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void leavesWhatIsDeletedInTime() {
        String dead = create("dead");
        String url = create("orders", Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        send(url, "fine");

        delete(url, receiveOne(url));
        emulator.advanceSeconds(60);

        assertThat(receive(url)).isEmpty();
        assertThat(receive(dead)).isEmpty();
    }

    @Test
    void movesOnlyOnceTheTimeoutEnded() {
        String dead = create("dead");
        String url = create("orders", Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        send(url, "poison");
        receiveOne(url);

        assertThat(receive(url)).isEmpty();
        assertThat(receive(dead)).isEmpty();
        emulator.advanceSeconds(30);
        assertThat(receive(url)).isEmpty();
        assertThat(receiveBodies(dead)).containsExactly("poison");
    }

    @Test
    void countsTheRetentionFromTheFirstSending() {
        String dead = create("dead", Map.of("MessageRetentionPeriod", "100"));
        String url = create("orders", Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        long sent = emulator.now().toEpochMilli();
        send(url, "poison");
        receiveOne(url, r -> r.visibilityTimeout(0));
        emulator.advanceSeconds(60);
        assertThat(receive(url)).isEmpty();

        assertThat(receiveOne(dead, r -> r.visibilityTimeout(0)
                                .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                        .attributes())
                .containsEntry(MessageSystemAttributeName.SENT_TIMESTAMP, String.valueOf(sent));
        emulator.advanceSeconds(40);
        assertThat(receive(dead)).isEmpty();
    }

    @Test
    void countsTheRetentionOfAFifoMessageAnew() {
        String dead =
                createFifo("dead.fifo", Map.of("ContentBasedDeduplication", "true", "MessageRetentionPeriod", "100"));
        String url = createFifo(
                "orders.fifo",
                Map.of("ContentBasedDeduplication", "true", "RedrivePolicy", redrivePolicy("dead.fifo", 1)));
        sendToGroup(url, "g", "poison");
        receiveOne(url, r -> r.visibilityTimeout(0));
        emulator.advanceSeconds(90);
        assertThat(receive(url)).isEmpty();

        emulator.advanceSeconds(90);
        assertThat(counts(dead).visible()).isEqualTo(1);
        emulator.advanceSeconds(10);
        assertThat(receive(dead)).isEmpty();
    }

    @Test
    void keepsAttributesAndGroup() {
        String dead = create("dead");
        String url = create("orders", Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        sqs.sendMessage(r -> r.queueUrl(url)
                .messageBody("poison")
                .messageGroupId("tenant")
                .messageAttributes(Map.of("a", MessageAttributesTest.string("v"))));
        receiveOne(url, r -> r.visibilityTimeout(0));
        receive(url);

        Message message = receiveOne(dead, r -> r.messageAttributeNames("All")
                .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID));

        assertThat(message.messageAttributes()).containsOnlyKeys("a");
        assertThat(message.attributes()).containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "tenant");
    }

    @Test
    void unlocksTheGroupOfAFifoMessageThatItMoves() {
        createFifo("dead.fifo");
        String url = createFifo(
                "orders.fifo",
                Map.of("ContentBasedDeduplication", "true", "RedrivePolicy", redrivePolicy("dead.fifo", 1)));
        sendToGroup(url, "g", "poison");
        sendToGroup(url, "g", "fine");

        assertThat(receiveOne(url).body()).isEqualTo("poison");
        emulator.advanceSeconds(30);

        assertThat(receiveBodies(url)).containsExactly("fine");
        assertThat(receiveBodies(emulator.endpoint() + "/" + ACCOUNT + "/dead.fifo"))
                .containsExactly("poison");
    }

    @Test
    void showsThePolicyAndForgetsItWhenSetToNothing() {
        create("dead");
        String url = create("orders", Map.of("RedrivePolicy", redrivePolicy("dead", 7)));

        assertThat(attributes(url).get("RedrivePolicy"))
                .contains(arn("dead"))
                .contains("maxReceiveCount")
                .contains("7");

        set(url, "RedrivePolicy", "");
        assertThat(attributes(url)).doesNotContainKey("RedrivePolicy");
    }

    @Test
    void takesTheCountAsANumberOrAString() {
        create("dead");
        String url = create(
                "orders",
                Map.of("RedrivePolicy", "{\"maxReceiveCount\":\"1\",\"deadLetterTargetArn\":\"" + arn("dead") + "\"}"));
        send(url, "poison");

        receiveOne(url, r -> r.visibilityTimeout(0));

        assertThat(receive(url)).isEmpty();
    }

    @Test
    void holdsTheCountWithinOneAndThousand() {
        create("dead");

        create("least", Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        create("most", Map.of("RedrivePolicy", redrivePolicy("dead", 1000)));
        assertInvalidPolicy(redrivePolicy("dead", 0));
        assertInvalidPolicy(redrivePolicy("dead", 1001));
        assertInvalidPolicy(redrivePolicy("dead", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"maxReceiveCount\":3}",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\"}",
                "{\"deadLetterTargetArn\":\"dead\",\"maxReceiveCount\":3}",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:nowhere\",\"maxReceiveCount\":3}",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\",\"maxReceiveCount\":\"many\"}"
            })
    void refusesAPolicyThatLeadsNowhere(String policy) {
        create("dead");

        assertInvalidPolicy(policy);
    }

    @Test
    void wantsADeadLetterQueueOfTheSameTypeAndRegion() {
        create("dead");
        createFifo("dead.fifo");
        emulator.clients().sqs(protocol, "app", "eu-west-1").createQueue(r -> r.queueName("abroad"));

        assertInvalidPolicy(redrivePolicy("dead.fifo", 3));
        assertInvalidParameter(() -> createFifo("orders.fifo", Map.of("RedrivePolicy", redrivePolicy("dead", 3))));
        assertInvalidPolicy(
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:" + ACCOUNT + ":abroad\",\"maxReceiveCount\":3}");
    }

    @Test
    void listsTheSourcesOfADeadLetterQueue() {
        String dead = create("dead");
        String other = create("other");
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sources.add(create("source-" + i, Map.of("RedrivePolicy", redrivePolicy("dead", 3))));
        }

        assertThat(sqs.listDeadLetterSourceQueues(r -> r.queueUrl(dead)).queueUrls())
                .containsExactlyInAnyOrderElementsOf(sources);
        assertThat(sqs.listDeadLetterSourceQueues(r -> r.queueUrl(other)).queueUrls())
                .isEmpty();

        List<String> paged = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ListDeadLetterSourceQueuesResponse page = sqs.listDeadLetterSourceQueues(
                    r -> r.queueUrl(dead).maxResults(2).nextToken(next));
            assertThat(page.queueUrls()).hasSizeBetween(1, 2);
            paged.addAll(page.queueUrls());
            token = page.nextToken();
        } while (token != null);
        assertThat(paged).containsExactlyInAnyOrderElementsOf(sources);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void refusesAPageSizeOutOfRange(int size) {
        String dead = create("dead");

        assertInvalidParameter(
                () -> sqs.listDeadLetterSourceQueues(r -> r.queueUrl(dead).maxResults(size)));
    }

    @Test
    void refusesSourcesThatTheDeadLetterQueueDoesNotAllow() {
        create("closed", Map.of("RedriveAllowPolicy", "{\"redrivePermission\":\"denyAll\"}"));
        create("open", Map.of("RedriveAllowPolicy", "{\"redrivePermission\":\"allowAll\"}"));
        create(
                "picky",
                Map.of(
                        "RedriveAllowPolicy",
                        "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"" + arn("friend") + "\"]}"));

        assertInvalidPolicy(redrivePolicy("closed", 3));
        create("guest", Map.of("RedrivePolicy", redrivePolicy("open", 3)));
        create("friend", Map.of("RedrivePolicy", redrivePolicy("picky", 3)));
        assertInvalidPolicy(redrivePolicy("picky", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "{\"redrivePermission\":\"sometimes\"}",
                "{\"redrivePermission\":\"byQueue\"}",
                "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[]}",
                "{\"redrivePermission\":\"allowAll\",\"sourceQueueArns\":[\"arn:aws:sqs:us-east-1:000000000000:a\"]}"
            })
    void refusesAnAllowPolicyThatMakesNoSense(String policy) {
        assertInvalidParameter(() -> create("dead", Map.of("RedriveAllowPolicy", policy)));
    }

    @Test
    void allowsUpToTenSourcesByName() {
        create("ten", Map.of("RedriveAllowPolicy", byQueue(10)));

        assertInvalidParameter(() -> create("eleven", Map.of("RedriveAllowPolicy", byQueue(11))));
    }

    @Test
    void showsTheAllowPolicy() {
        String url = create("dead", Map.of("RedriveAllowPolicy", byQueue(1)));

        assertThat(attributes(url).get("RedriveAllowPolicy"))
                .contains("byQueue")
                .contains(arn("source-0"));
    }

    private static String byQueue(int sources) {
        List<String> arns = numbered("source-", sources).stream()
                .map(name -> "\"" + arn(name) + "\"")
                .toList();
        return "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":" + arns + "}";
    }

    private void assertInvalidPolicy(String policy) {
        assertInvalidParameter(() -> create("refused", Map.of("RedrivePolicy", policy)));
        String url = create("plain");
        assertInvalidParameter(() -> set(url, "RedrivePolicy", policy));
        assertThat(attributes(url)).doesNotContainKey("RedrivePolicy");
    }
}
