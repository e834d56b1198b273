package io.vaportrail.sqs;

import static io.vaportrail.sqs.SqsFixture.arn;
import static io.vaportrail.sqs.SqsFixture.receiving;
import static io.vaportrail.support.OperationCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.CancelMessageMoveTaskRequest;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.DeleteQueueRequest;
import io.vaportrail.model.sqs.ListDeadLetterSourceQueuesRequest;
import io.vaportrail.model.sqs.ListDeadLetterSourceQueuesResult;
import io.vaportrail.model.sqs.ListMessageMoveTasksRequest;
import io.vaportrail.model.sqs.ListMessageMoveTasksResultEntry;
import io.vaportrail.model.sqs.Message;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.model.sqs.StartMessageMoveTaskRequest;
import io.vaportrail.schema.ServiceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeadLetterOperationsTest {
    private final SqsFixture sqs = new SqsFixture();
    private final String deadUrl = sqs.queue("dead");
    private final String url = sqs.queue("orders", Map.of("RedrivePolicy", redrive(arn("dead"), "1")));
    private final String otherUrl = sqs.queue("other");

    @AfterEach
    void invariantsHold() {
        sqs.check();
    }

    @Test
    void policyIsShownInItsOwnForm() {
        assertThat(sqs.attributes(url, "RedrivePolicy"))
                .containsEntry(
                        "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + arn("dead") + "\",\"maxReceiveCount\":1}");
        sqs.set(url, Map.of("RedrivePolicy", ""));
        assertThat(sqs.attributes(url, "RedrivePolicy")).isEmpty();
    }

    @Test
    void deadMessageTellsWhereItCameFrom() {
        die("m");

        Message message =
                sqs.receive(receiving(deadUrl).attributeNames(List.of("All"))).get(0);
        assertThat(message.attributes())
                .containsEntry("DeadLetterQueueSourceArn", arn("orders"))
                .containsEntry("ApproximateReceiveCount", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000", "\"3\""})
    void countIsANumberOrItsText(String count) {
        sqs.set(url, Map.of("RedrivePolicy", redrive(arn("dead"), count)));

        assertThat(sqs.attributes(url, "RedrivePolicy").get("RedrivePolicy"))
                .endsWith(":" + count.replace("\"", "") + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "\"x\"", "1.5"})
    void countIsAtLeastOneAndAtMostAThousand(String count) {
        assertThat(text(refusedPolicy(redrive(arn("dead"), count))))
                .isEqualTo("400 InvalidParameterValue: Value " + redrive(arn("dead"), count)
                        + " for parameter RedrivePolicy is invalid. Reason: Invalid value for maxReceiveCount: "
                        + count.replace("\"", "") + ", valid values are from 1 to 1000 both inclusive.");
    }

    @Test
    void policyNeedsAQueueOfTheSameKind() {
        sqs.queue("dead.fifo", Map.of("FifoQueue", "true"));

        assertThat(refusedPolicy("nonsense")).hasMessageContaining("Reason: Redrive policy is not a valid JSON map.");
        assertThat(refusedPolicy("{}"))
                .hasMessage("Value {} for parameter RedrivePolicy is invalid. Reason: Redrive policy does not contain"
                        + " mandatory attribute: maxReceiveCount.");
        assertThat(refusedPolicy("{\"maxReceiveCount\":1}"))
                .hasMessageContaining("does not contain mandatory attribute: deadLetterTargetArn.");
        assertThat(refusedPolicy(redrive(arn("none"), "1")))
                .hasMessageContaining("Reason: Dead letter target does not exist.");
        assertThat(refusedPolicy(redrive(arn("dead.fifo"), "1")))
                .hasMessageContaining("Reason: Dead-letter queue must be same type of queue as the source.");
        assertThat(refusedPolicy(redrive("arn:aws:sns:eu-west-1:111122223333:topic", "1")))
                .hasMessageContaining("Only SQS queues are valid resources for deadLetterTargetArn.");
        assertThat(refusedPolicy(redrive("arn:aws:sqs:eu-west-1:444455556666:dead", "1")))
                .hasMessageContaining("Dead-letter target owner should be same as the source.");
    }

    @Test
    void deadLetterQueueChoosesItsSources() {
        sqs.set(deadUrl, Map.of("RedriveAllowPolicy", "{\"redrivePermission\":\"denyAll\"}"));
        assertThat(refusedPolicy(redrive(arn("dead"), "1"))).hasMessageContaining("RedrivePolicy is invalid");
        String byQueue = "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"" + arn("other") + "\"]}";
        sqs.set(deadUrl, Map.of("RedriveAllowPolicy", byQueue));

        assertThat(sqs.attributes(deadUrl, "RedriveAllowPolicy")).containsEntry("RedriveAllowPolicy", byQueue);
        assertThat(refusedPolicy(redrive(arn("dead"), "1"))).hasMessageContaining("RedrivePolicy is invalid");
        sqs.set(otherUrl, Map.of("RedrivePolicy", redrive(arn("dead"), "1")));
        sqs.set(deadUrl, Map.of("RedriveAllowPolicy", "{\"redrivePermission\":\"allowAll\"}"));
        sqs.set(url, Map.of("RedrivePolicy", redrive(arn("dead"), "5")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x",
                "{}",
                "{\"redrivePermission\":\"some\"}",
                "{\"redrivePermission\":\"byQueue\"}",
                "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[]}",
                "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"x\"]}",
                "{\"redrivePermission\":\"allowAll\",\"sourceQueueArns\":[\"arn:aws:sqs:eu-west-1:111122223333:q\"]}",
                "{\"redrivePermission\":\"allowAll\",\"more\":1}"
            })
    void allowPolicyHasOneOfThreeForms(String policy) {
        assertThat(text(sqs.refusedSet(deadUrl, Map.of("RedriveAllowPolicy", policy))))
                .isEqualTo(
                        "400 InvalidParameterValue: Value " + policy + " for parameter RedriveAllowPolicy is invalid."
                                + " Reason: Amazon SQS can't create the redrive allow policy, as it's in an unsupported format.");
    }

    @Test
    void allowPolicyNamesTenSources() {
        String ten = ("\"" + arn("q") + "\",").repeat(10);
        String policy = "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[" + ten + "\"" + arn("q") + "\"]}";
        sqs.set(
                deadUrl,
                Map.of(
                        "RedriveAllowPolicy",
                        policy.replace(ten + "\"" + arn("q") + "\"", ten.substring(0, ten.length() - 1))));

        assertThat(sqs.refusedSet(deadUrl, Map.of("RedriveAllowPolicy", policy)))
                .hasMessageContaining("unsupported format");
    }

    @Test
    void sourcesAreListedInPages() {
        for (String name : List.of("a", "c", "b")) {
            sqs.queue(name, Map.of("RedrivePolicy", redrive(arn("dead"), "1")));
        }
        ListDeadLetterSourceQueuesResult first = sources(2, null);
        ListDeadLetterSourceQueuesResult second = sources(2, first.nextToken());

        assertThat(first.queueUrls()).extracting(DeadLetterOperationsTest::name).containsExactly("a", "b");
        assertThat(second.queueUrls())
                .extracting(DeadLetterOperationsTest::name)
                .containsExactly("c", "orders");
        assertThat(second.nextToken()).isNull();
        assertThat(sources(null, null).queueUrls()).hasSize(4);
    }

    @Test
    void taskMovesEverythingToItsDestination() {
        die("a", "b");
        String handle = start("dead", arn("other"), null);

        assertThat(handle).isNotEmpty();
        assertThat(sqs.receive(receiving(otherUrl).maxNumberOfMessages(10)))
                .extracting(Message::body)
                .containsExactlyInAnyOrder("a", "b");
        ListMessageMoveTasksResultEntry task = tasks(1).get(0);
        assertThat(task.status()).isEqualTo("COMPLETED");
        assertThat(task.approximateNumberOfMessagesMoved()).isEqualTo(2);
        assertThat(task.approximateNumberOfMessagesToMove()).isEqualTo(2);
        assertThat(task.destinationArn()).isEqualTo(arn("other"));
        assertThat(task.taskHandle()).as("only while it runs").isNull();
        assertThat(task.startedTimestamp()).isEqualTo(sqs.clock.millis());
    }

    @Test
    void taskMovesBackWhereMessagesCameFrom() {
        die("a");
        sqs.set(otherUrl, Map.of("RedrivePolicy", redrive(arn("dead"), "1")));
        dieIn(otherUrl, "b");
        start("dead", null, null);

        Message back =
                sqs.receive(receiving(url).attributeNames(List.of("All"))).get(0);
        assertThat(back.body()).isEqualTo("a");
        assertThat(back.attributes()).as("a new message").containsEntry("ApproximateReceiveCount", "1");
        assertThat(sqs.receive(otherUrl)).extracting(Message::body).containsExactly("b");
    }

    @Test
    void messageWithoutAnOriginFailsTheTaskAndStays() {
        die("a");
        sqs.send(deadUrl, "sent here");
        start("dead", null, null);

        ListMessageMoveTasksResultEntry task = tasks(1).get(0);
        assertThat(task.status()).isEqualTo("FAILED");
        assertThat(task.failureReason()).isEqualTo("CouldNotDetermineMessageSource");
        assertThat(task.approximateNumberOfMessagesMoved()).isEqualTo(1);
        assertThat(sqs.receive(deadUrl)).extracting(Message::body).containsExactly("sent here");
    }

    @Test
    void taskKeepsItsRateOnTheDomainClock() {
        die("a", "b", "c", "d", "e");
        String handle = start("dead", arn("other"), 2);

        assertThat(moved()).isEqualTo(2);
        assertThat(tasks(1).get(0).status()).isEqualTo("RUNNING");
        assertThat(tasks(1).get(0).taskHandle()).isEqualTo(handle);
        assertThat(tasks(1).get(0).maxNumberOfMessagesPerSecond()).isEqualTo(2);
        sqs.advance(Duration.ofMillis(999));
        assertThat(moved()).isEqualTo(2);
        sqs.advance(Duration.ofMillis(1));
        assertThat(moved()).isEqualTo(4);
        sqs.advance(Duration.ofSeconds(1));
        assertThat(tasks(1).get(0).status()).isEqualTo("COMPLETED");
        assertThat(sqs.clock.timers()).isZero();
    }

    @Test
    void oneTaskRunsAtATimeAndCanBeCancelled() {
        die("a", "b", "c");
        String handle = start("dead", arn("other"), 1);
        assertThat(text(refusedStart(arn("dead"), null, null)))
                .isEqualTo(
                        "400 InvalidParameterValue: There is already a task running. Only one active task is allowed for"
                                + " a source queue arn at a given time.");

        assertThat(cancel(handle)).isEqualTo(1);
        assertThat(tasks(1).get(0).status()).isEqualTo("CANCELLED");
        sqs.advance(Duration.ofMinutes(1));
        assertThat(moved()).isEqualTo(1);
        assertThat(text(refusedCancel(handle)))
                .isEqualTo("400 InvalidParameterValue: Only active tasks can be cancelled.");
        start("dead", arn("other"), null);
        assertThat(tasks(10)).hasSize(2).first().satisfies(task -> assertThat(task.approximateNumberOfMessagesMoved())
                .isEqualTo(2));
    }

    @Test
    void manyMessagesMoveInSteps() {
        for (int i = 0; i < 1_234; i++) {
            sqs.send(deadUrl, "m" + i);
        }
        start("dead", arn("other"), null);
        sqs.advance(Duration.ZERO);

        assertThat(tasks(1).get(0).status()).isEqualTo("COMPLETED");
        assertThat(sqs.attributes(otherUrl, "ApproximateNumberOfMessages"))
                .containsEntry("ApproximateNumberOfMessages", "1234");
    }

    @Test
    void lastTenTasksAreRemembered() {
        for (int i = 0; i < 12; i++) {
            start("dead", arn("other"), null);
            sqs.advance(Duration.ofSeconds(1));
        }

        assertThat(tasks(null)).hasSize(1);
        assertThat(tasks(10)).hasSize(10).isSortedAccordingTo((a, b) -> Long.compare(started(b), started(a)));
        for (int bad : new int[] {0, 11}) {
            assertThat(sqs.refused(
                            SqsService.LIST_MESSAGE_MOVE_TASKS,
                            ListMessageMoveTasksRequest.builder()
                                    .sourceArn(arn("dead"))
                                    .maxResults(bad)
                                    .build()))
                    .hasMessageContaining("for parameter MaxResults is invalid");
        }
    }

    @Test
    void taskFailsWhenItsDestinationGoes() {
        die("a", "b");
        start("dead", arn("other"), 1);
        sqs.call(
                SqsService.DELETE_QUEUE,
                DeleteQueueRequest.builder().queueUrl(otherUrl).build());
        sqs.advance(Duration.ofSeconds(1));

        assertThat(tasks(1).get(0).status()).isEqualTo("FAILED");
        assertThat(tasks(1).get(0).failureReason()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
        assertThat(sqs.receive(deadUrl)).hasSize(1);
    }

    @Test
    void taskNeedsQueuesThatFit() {
        assertThat(text(refusedStart(arn("other"), arn("orders"), null)))
                .isEqualTo("400 InvalidParameterValue: Source queue must be configured as a Dead Letter Queue.");
        assertThat(text(refusedStart(arn("none"), null, null)))
                .isEqualTo("404 ResourceNotFoundException: The resource that you specified for the SourceArn parameter"
                        + " doesn't exist.");
        assertThat(text(refusedStart(arn("dead"), arn("none"), null)))
                .isEqualTo(
                        "404 ResourceNotFoundException: The resource that you specified for the DestinationArn parameter"
                                + " doesn't exist.");
        for (int bad : new int[] {0, 501}) {
            assertThat(refusedStart(arn("dead"), null, bad)).hasMessageContaining("MaxNumberOfMessagesPerSecond");
        }
        assertThat(start("dead", null, 500)).isNotEmpty();
    }

    @Test
    void handlesOfTasksAreToldApart() {
        assertThat(text(refusedCancel(handle("10f57157-fc38-4da9-a113-4de7e12d05dd", arn("none")))))
                .isEqualTo("404 ResourceNotFoundException: The resource that you specified for the SourceArn parameter"
                        + " doesn't exist.");
        assertThat(text(refusedCancel(handle("10f57157-fc38-4da9-a113-4de7e12d05dd", arn("dead")))))
                .isEqualTo("404 ResourceNotFoundException: Task does not exist.");
        for (String bad : List.of("x", "", "e30=", "!!!!")) {
            assertThat(refusedCancel(bad)).hasMessageContaining("for parameter TaskHandle is invalid");
        }
    }

    @Test
    void accountHasAHundredRunningTasks() {
        for (int i = 0; i < SqsLimits.ACTIVE_MOVE_TASKS + 1; i++) {
            String dead = sqs.queue("dead-" + i);
            sqs.queue("source-" + i, Map.of("RedrivePolicy", redrive(arn("dead-" + i), "1")));
            sqs.send(dead, "a");
            sqs.send(dead, "b");
            if (i < SqsLimits.ACTIVE_MOVE_TASKS) {
                start("dead-" + i, arn("other"), 1);
            }
        }

        assertThat(text(refusedStart(arn("dead-100"), arn("other"), 1))).startsWith("403 OverLimit: ");
    }

    private static String handle(String taskId, String sourceArn) {
        String json = "{\"taskId\":\"" + taskId + "\",\"sourceArn\":\"" + sourceArn + "\"}";
        return java.util.Base64.getEncoder().encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String redrive(String target, String count) {
        return "{\"deadLetterTargetArn\": \"" + target + "\", \"maxReceiveCount\": " + count + "}";
    }

    private static String name(String queueUrl) {
        return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    }

    private static long started(ListMessageMoveTasksResultEntry task) {
        Long millis = task.startedTimestamp();
        return millis == null ? 0 : millis;
    }

    private void die(String... bodies) {
        for (String body : bodies) {
            dieIn(url, body);
        }
    }

    private void dieIn(String queueUrl, String body) {
        sqs.send(queueUrl, body);
        sqs.receive(receiving(queueUrl).visibilityTimeout(0));
        sqs.receive(receiving(queueUrl).visibilityTimeout(0));
    }

    private long moved() {
        Long moved = tasks(1).get(0).approximateNumberOfMessagesMoved();
        return moved == null ? -1 : moved;
    }

    private StartMessageMoveTaskRequest task(String source, @Nullable String destination, @Nullable Integer rate) {
        return StartMessageMoveTaskRequest.builder()
                .sourceArn(source)
                .destinationArn(destination)
                .maxNumberOfMessagesPerSecond(rate)
                .build();
    }

    private String start(String source, @Nullable String destination, @Nullable Integer rate) {
        return String.valueOf(sqs.call(SqsService.START_MESSAGE_MOVE_TASK, task(arn(source), destination, rate))
                .taskHandle());
    }

    private ServiceException refusedStart(String source, @Nullable String destination, @Nullable Integer rate) {
        return sqs.refused(SqsService.START_MESSAGE_MOVE_TASK, task(source, destination, rate));
    }

    private @Nullable Long cancel(String handle) {
        return sqs.call(
                        SqsService.CANCEL_MESSAGE_MOVE_TASK,
                        CancelMessageMoveTaskRequest.builder()
                                .taskHandle(handle)
                                .build())
                .approximateNumberOfMessagesMoved();
    }

    private ServiceException refusedCancel(String handle) {
        return sqs.refused(
                SqsService.CANCEL_MESSAGE_MOVE_TASK,
                CancelMessageMoveTaskRequest.builder().taskHandle(handle).build());
    }

    private List<ListMessageMoveTasksResultEntry> tasks(@Nullable Integer max) {
        List<ListMessageMoveTasksResultEntry> tasks = sqs.call(
                        SqsService.LIST_MESSAGE_MOVE_TASKS,
                        ListMessageMoveTasksRequest.builder()
                                .sourceArn(arn("dead"))
                                .maxResults(max)
                                .build())
                .results();
        return tasks == null ? List.of() : tasks;
    }

    private ListDeadLetterSourceQueuesResult sources(@Nullable Integer size, @Nullable String token) {
        return sqs.call(
                SqsService.LIST_DEAD_LETTER_SOURCE_QUEUES,
                ListDeadLetterSourceQueuesRequest.builder()
                        .queueUrl(deadUrl)
                        .maxResults(size)
                        .nextToken(token)
                        .build());
    }

    private ServiceException refusedPolicy(String policy) {
        return sqs.refused(
                SqsService.CREATE_QUEUE,
                CreateQueueRequest.builder()
                        .queueName("new")
                        .attributes(Map.of("RedrivePolicy", policy))
                        .build());
    }
}
