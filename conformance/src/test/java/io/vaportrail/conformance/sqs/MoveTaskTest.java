package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * StartMessageMoveTask, ListMessageMoveTasks and CancelMessageMoveTask.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">
 *     StartMessageMoveTask</a>
 */
class MoveTaskTest extends SqsTest {
    private static final int LONG_ENOUGH = 30;

    @Test
    void movesEverythingToADestination() {
        String dead = deadLetters("orders", "m1", "m2");
        String rescued = create("rescued");

        String handle = sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")).destinationArn(arn("rescued")))
                .taskHandle();
        emulator.advanceSeconds(LONG_ENOUGH);

        assertThat(handle).isNotBlank();
        assertThat(receiveBodies(rescued)).containsExactlyInAnyOrder("m1", "m2");
        assertThat(receive(dead)).isEmpty();
        ListMessageMoveTasksResultEntry task = lastTask();
        assertThat(task.status()).isEqualTo("COMPLETED");
        assertThat(task.sourceArn()).isEqualTo(arn("dead"));
        assertThat(task.destinationArn()).isEqualTo(arn("rescued"));
        assertThat(task.approximateNumberOfMessagesMoved()).isEqualTo(2);
        assertThat(task.approximateNumberOfMessagesToMove()).isEqualTo(2);
        assertThat(task.taskHandle()).as("only a running task has a handle").isNull();
        assertThat(task.failureReason()).isNull();
        assertThat(task.maxNumberOfMessagesPerSecond()).isNull();
        assertThat(task.startedTimestamp())
                .isEqualTo(emulator.now().minusSeconds(LONG_ENOUGH).toEpochMilli());
    }

    @Test
    void sendsEachMessageAnew() {
        String dead = deadLetters("orders", "m1");
        String rescued = create("rescued");
        Message before = receiveOne(dead, r -> r.visibilityTimeout(0));
        emulator.advanceSeconds(1_000);
        long started = emulator.now().toEpochMilli();

        sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")).destinationArn(arn("rescued")));
        emulator.advanceSeconds(LONG_ENOUGH);

        Message after = receiveOne(rescued, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.ALL));
        assertThat(after.messageId()).isNotEqualTo(before.messageId());
        assertThat(Long.parseLong(after.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP)))
                .isGreaterThanOrEqualTo(started);
        assertThat(after.attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
                .doesNotContainKey(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN);
    }

    @Test
    void movesEachMessageBackToWhereItCameFrom() {
        String dead = create("dead");
        String a = create("a", Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        String b = create("b", Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        for (String url : List.of(a, b)) {
            send(url, "of " + url);
            receive(url, r -> r.visibilityTimeout(0));
            assertThat(receive(url)).isEmpty();
        }

        sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")));
        emulator.advanceSeconds(LONG_ENOUGH);

        assertThat(receiveBodies(a)).containsExactly("of " + a);
        assertThat(receiveBodies(b)).containsExactly("of " + b);
        assertThat(receive(dead)).isEmpty();
        assertThat(lastTask().destinationArn()).isNull();
        assertThat(lastTask().status()).isEqualTo("COMPLETED");
    }

    @Test
    void failsWhenItCannotTellWhereAMessageCameFrom() {
        String dead = deadLetters("orders");
        send(dead, "sent here by hand");

        sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")));
        emulator.advanceSeconds(LONG_ENOUGH);

        ListMessageMoveTasksResultEntry task = lastTask();
        assertThat(task.status()).isEqualTo("FAILED");
        assertThat(task.failureReason()).isNotBlank();
        assertThat(task.approximateNumberOfMessagesMoved()).isZero();
        assertThat(counts(dead).visible() + counts(dead).notVisible()).isEqualTo(1);
    }

    @Test
    void keepsToItsVelocity() {
        deadLetters("orders", numbered("m", 6).toArray(String[]::new));
        String rescued = create("rescued");
        String handle = sqs.startMessageMoveTask(r ->
                        r.sourceArn(arn("dead")).destinationArn(arn("rescued")).maxNumberOfMessagesPerSecond(1))
                .taskHandle();

        emulator.advanceSeconds(3);

        ListMessageMoveTasksResultEntry task = lastTask();
        assertThat(task.status()).isEqualTo("RUNNING");
        assertThat(task.taskHandle()).isEqualTo(handle);
        assertThat(task.maxNumberOfMessagesPerSecond()).isEqualTo(1);
        assertThat(task.approximateNumberOfMessagesToMove()).isEqualTo(6);
        assertThat(task.approximateNumberOfMessagesMoved()).isBetween(2L, 4L);
        assertThat(counts(rescued).visible())
                .isEqualTo(task.approximateNumberOfMessagesMoved().intValue());

        emulator.advanceSeconds(4);
        assertThat(lastTask().status()).isEqualTo("COMPLETED");
        assertThat(counts(rescued).visible()).isEqualTo(6);
    }

    @Test
    void runsOneTaskForASourceAtATime() {
        deadLetters("orders", "m1", "m2", "m3");
        create("rescued");
        sqs.startMessageMoveTask(
                r -> r.sourceArn(arn("dead")).destinationArn(arn("rescued")).maxNumberOfMessagesPerSecond(1));

        assertInvalidParameter(
                "There is already a task running. Only one active task is allowed for a source queue arn at a given time.",
                () -> sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead"))));

        emulator.advanceSeconds(LONG_ENOUGH);
        sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")));
    }

    @Test
    void stopsWhenCancelled() {
        String dead = deadLetters("orders", numbered("m", 10).toArray(String[]::new));
        String rescued = create("rescued");
        String handle = sqs.startMessageMoveTask(r ->
                        r.sourceArn(arn("dead")).destinationArn(arn("rescued")).maxNumberOfMessagesPerSecond(1))
                .taskHandle();
        emulator.advanceSeconds(2);

        long moved = sqs.cancelMessageMoveTask(r -> r.taskHandle(handle)).approximateNumberOfMessagesMoved();
        emulator.advanceSeconds(LONG_ENOUGH);

        assertThat(moved).isBetween(1L, 3L);
        assertThat(lastTask().status()).isEqualTo("CANCELLED");
        assertThat(counts(rescued).visible()).isEqualTo((int) moved);
        assertThat(counts(dead).visible()).isEqualTo(10 - (int) moved);
    }

    @Test
    void cancelsNothingThatIsOver() {
        deadLetters("orders", "m1");
        String handle = sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead"))).taskHandle();
        emulator.advanceSeconds(LONG_ENOUGH);

        assertThat(io.vaportrail.conformance.fixture.AwsError.of(
                                () -> sqs.cancelMessageMoveTask(r -> r.taskHandle(handle)))
                        .status())
                .isBetween(400, 404);
    }

    @Test
    void refusesAHandleThatItNeverGave() {
        deadLetters("orders");

        assertInvalidParameter(() -> sqs.cancelMessageMoveTask(r -> r.taskHandle("no handle at all")));
    }

    @Test
    void refusesAHandleOfNoTask() {
        deadLetters("orders");
        String handle = handle("3f1c5b0e-0000-4000-8000-000000000000", arn("dead"));
        String nowhere = handle("3f1c5b0e-0000-4000-8000-000000000000", arn("nowhere"));

        assertRefused(
                "ResourceNotFoundException",
                404,
                "Task does not exist.",
                () -> sqs.cancelMessageMoveTask(r -> r.taskHandle(handle)));
        assertRefused(
                "ResourceNotFoundException",
                404,
                "The resource that you specified for the SourceArn parameter doesn't exist.",
                () -> sqs.cancelMessageMoveTask(r -> r.taskHandle(nowhere)));
    }

    /** In the form that AWS has. */
    private static String handle(String taskId, String sourceArn) {
        String json = "{\"taskId\":\"" + taskId + "\",\"sourceArn\":\"" + sourceArn + "\"}";
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsNoTaskOfAnotherQueue() {
        deadLetters("orders", "m1");
        String handle = sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead"))).taskHandle();
        emulator.advanceSeconds(LONG_ENOUGH);
        sqs.deleteQueue(r -> r.queueUrl(emulator.endpoint() + "/" + ACCOUNT + "/dead"));

        assertRefused(
                "ResourceNotFoundException",
                404,
                "The resource that you specified for the SourceArn parameter doesn't exist.",
                () -> sqs.cancelMessageMoveTask(r -> r.taskHandle(handle)));
    }

    @Test
    void wantsASourceThatIsADeadLetterQueue() {
        create("plain");
        create("rescued");

        assertInvalidParameter(
                "Source queue must be configured as a Dead Letter Queue.",
                () -> sqs.startMessageMoveTask(r -> r.sourceArn(arn("plain")).destinationArn(arn("rescued"))));
    }

    @Test
    void wantsQueuesThatExist() {
        deadLetters("orders", "m1");

        assertRefused(
                "ResourceNotFoundException",
                404,
                "The resource that you specified for the SourceArn parameter doesn't exist.",
                () -> sqs.startMessageMoveTask(r -> r.sourceArn(arn("nowhere"))));
        assertRefused(
                "ResourceNotFoundException",
                404,
                "The resource that you specified for the DestinationArn parameter doesn't exist.",
                () -> sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")).destinationArn(arn("nowhere"))));
        assertRefused(
                "ResourceNotFoundException",
                404,
                "The resource that you specified for the SourceArn parameter doesn't exist.",
                () -> sqs.listMessageMoveTasks(r -> r.sourceArn(arn("nowhere"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void refusesAVelocityOutOfRange(int velocity) {
        deadLetters("orders");

        assertInvalidParameter(
                () -> sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")).maxNumberOfMessagesPerSecond(velocity)));
    }

    @Test
    void takesTheGreatestVelocity() {
        deadLetters("orders", "m1");

        assertThat(sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")).maxNumberOfMessagesPerSecond(500))
                        .taskHandle())
                .isNotBlank();
    }

    @Test
    void listsTheLatestTasksFirst() {
        deadLetters("orders", "m1");
        for (int i = 0; i < 12; i++) {
            sqs.startMessageMoveTask(r -> r.sourceArn(arn("dead")));
            emulator.advanceSeconds(LONG_ENOUGH);
        }

        assertThat(sqs.listMessageMoveTasks(r -> r.sourceArn(arn("dead"))).results())
                .as("one unless asked for more")
                .hasSize(1);
        assertThat(sqs.listMessageMoveTasks(r -> r.sourceArn(arn("dead")).maxResults(10))
                        .results())
                .hasSize(10)
                .extracting(e -> e.startedTimestamp())
                .isSortedAccordingTo((x, y) -> Long.compare(y, x));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void refusesAPageSizeOutOfRange(int size) {
        deadLetters("orders");

        assertInvalidParameter(
                () -> sqs.listMessageMoveTasks(r -> r.sourceArn(arn("dead")).maxResults(size)));
    }

    @Test
    void listsNoTasksOfAQueueThatNeverHadOne() {
        deadLetters("orders");

        assertThat(sqs.listMessageMoveTasks(r -> r.sourceArn(arn("dead"))).results())
                .isEmpty();
    }

    /** A dead-letter queue with messages that came from a source. */
    private String deadLetters(String source, String... bodies) {
        String dead = create("dead");
        String url = create(source, Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        sendAll(url, bodies);
        for (int received = 0; received < bodies.length; received += 10) {
            receive(url, r -> r.visibilityTimeout(0));
        }
        if (bodies.length > 0) {
            assertThat(receive(url)).isEmpty();
            assertThat(counts(dead).visible()).isEqualTo(bodies.length);
        }
        return dead;
    }

    private ListMessageMoveTasksResultEntry lastTask() {
        return sqs.listMessageMoveTasks(r -> r.sourceArn(arn("dead"))).results().get(0);
    }
}
