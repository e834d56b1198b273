package io.vaportrail.sqs;

import static io.vaportrail.sqs.SqsFixture.arn;
import static io.vaportrail.support.OperationCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.DeleteQueueRequest;
import io.vaportrail.model.sqs.GetQueueAttributesRequest;
import io.vaportrail.model.sqs.GetQueueUrlRequest;
import io.vaportrail.model.sqs.ListQueuesRequest;
import io.vaportrail.model.sqs.ListQueuesResult;
import io.vaportrail.model.sqs.PurgeQueueRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.ServiceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueueOperationsTest {
    private final SqsFixture sqs = new SqsFixture();

    @AfterEach
    void invariantsHold() {
        sqs.check();
    }

    @Test
    void everyOperationIsThere() {
        assertThat(sqs.operations()).isEqualTo(23);
    }

    @Test
    void newQueueHasTheDefaults() {
        String url = sqs.queue("orders");

        assertThat(url).isEqualTo("http://localhost:4566/111122223333/orders");
        assertThat(sqs.attributes(url, "All"))
                .containsOnly(
                        Map.entry("ApproximateNumberOfMessages", "0"),
                        Map.entry("ApproximateNumberOfMessagesDelayed", "0"),
                        Map.entry("ApproximateNumberOfMessagesNotVisible", "0"),
                        Map.entry("CreatedTimestamp", "1750000000"),
                        Map.entry("LastModifiedTimestamp", "1750000000"),
                        Map.entry("DelaySeconds", "0"),
                        Map.entry("MaximumMessageSize", "1048576"),
                        Map.entry("MessageRetentionPeriod", "345600"),
                        Map.entry("QueueArn", arn("orders")),
                        Map.entry("ReceiveMessageWaitTimeSeconds", "0"),
                        Map.entry("SqsManagedSseEnabled", "true"),
                        Map.entry("VisibilityTimeout", "30"));
    }

    @Test
    void fifoQueueShowsWhatOnlyItHas() {
        String url = sqs.queue("orders.fifo", Map.of("FifoQueue", "True"));

        assertThat(sqs.attributes(
                        url, "FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit"))
                .containsOnly(
                        Map.entry("FifoQueue", "true"),
                        Map.entry("ContentBasedDeduplication", "false"),
                        Map.entry("DeduplicationScope", "queue"),
                        Map.entry("FifoThroughputLimit", "perQueue"));
        assertThat(text(sqs.refused(
                        SqsService.GET_QUEUE_ATTRIBUTES,
                        GetQueueAttributesRequest.builder()
                                .queueUrl(sqs.queue("standard"))
                                .attributeNames(List.of("FifoQueue"))
                                .build())))
                .isEqualTo("400 InvalidAttributeName: Unknown Attribute FifoQueue.");
    }

    @Test
    void sameQueueIsMadeOnceAndAnotherIsRefused() {
        String url = sqs.queue("orders", Map.of("VisibilityTimeout", "60", "DelaySeconds", "1"));

        assertThat(sqs.queue("orders", Map.of("DelaySeconds", "1"))).isEqualTo(url);
        assertThat(sqs.queue("orders")).isEqualTo(url);
        assertThat(text(create("orders", Map.of("VisibilityTimeout", "61"))))
                .isEqualTo("400 QueueAlreadyExists: A queue already exists with the same name and a different value for"
                        + " attribute VisibilityTimeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "orders.fifo", "ä"})
    void namesOfStandardQueuesAreWords(String name) {
        assertThat(text(create(name, Map.of())))
                .isEqualTo(
                        "400 InvalidParameterValue: Can only include alphanumeric characters, hyphens, or underscores."
                                + " 1 to 80 in length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", ".fifo", "a.b.fifo"})
    void namesOfFifoQueuesEndSo(String name) {
        assertThat(text(create(name, Map.of("FifoQueue", "true"))))
                .isEqualTo(
                        "400 InvalidParameterValue: The name of a FIFO queue can only include alphanumeric characters,"
                                + " hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.");
    }

    @Test
    void namesHaveEightyCharacters() {
        assertThat(sqs.queue("q".repeat(80))).endsWith("q");
        assertThat(create("q".repeat(81), Map.of())).hasMessageContaining("1 to 80 in length");
        assertThat(sqs.queue("q".repeat(75) + ".fifo", Map.of("FifoQueue", "true")))
                .endsWith(".fifo");
        assertThat(create("q".repeat(76) + ".fifo", Map.of("FifoQueue", "true")))
                .hasMessageContaining("1 to 80 in length");
    }

    @ParameterizedTest
    @CsvSource({
        "DelaySeconds, 0, 900",
        "MaximumMessageSize, 1024, 1048576",
        "MessageRetentionPeriod, 60, 1209600",
        "ReceiveMessageWaitTimeSeconds, 0, 20",
        "VisibilityTimeout, 0, 43200"
    })
    void numbersAreWithinTheirRanges(String name, int min, int max) {
        String url = sqs.queue("orders");
        for (int good : new int[] {min, max}) {
            sqs.set(url, Map.of(name, String.valueOf(good)));
            assertThat(sqs.attributes(url, name)).containsEntry(name, String.valueOf(good));
        }
        for (String bad : List.of(String.valueOf(min - 1), String.valueOf(max + 1), "x", "", "1.5")) {
            assertThat(text(sqs.refusedSet(url, Map.of(name, bad))))
                    .isEqualTo("400 InvalidAttributeValue: Invalid value for the parameter " + name + ".");
        }
        assertThat(sqs.attributes(url, name)).containsEntry(name, String.valueOf(max));
    }

    @Test
    void reusePeriodIsShownWithAKeyOnly() {
        String url = sqs.queue("orders");
        sqs.set(url, Map.of("KmsDataKeyReusePeriodSeconds", "60"));
        assertThat(sqs.attributes(url, "KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId"))
                .isEmpty();

        sqs.set(url, Map.of("KmsMasterKeyId", "alias/k", "KmsDataKeyReusePeriodSeconds", "86400"));
        assertThat(sqs.attributes(url, "KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "SqsManagedSseEnabled"))
                .containsOnly(
                        Map.entry("KmsMasterKeyId", "alias/k"),
                        Map.entry("KmsDataKeyReusePeriodSeconds", "86400"),
                        Map.entry("SqsManagedSseEnabled", "false"));
        sqs.set(url, Map.of("KmsMasterKeyId", ""));
        assertThat(sqs.attributes(url, "KmsMasterKeyId", "SqsManagedSseEnabled"))
                .containsOnly(Map.entry("SqsManagedSseEnabled", "false"));
        assertThat(sqs.refusedSet(url, Map.of("KmsDataKeyReusePeriodSeconds", "59")))
                .hasMessage("Invalid value for the parameter KmsDataKeyReusePeriodSeconds.");
        assertThat(sqs.refusedSet(url, Map.of("KmsDataKeyReusePeriodSeconds", "86401")))
                .hasMessage("Invalid value for the parameter KmsDataKeyReusePeriodSeconds.");
    }

    @Test
    void onlyOneEncryptionIsChosen() {
        String url = sqs.queue("orders");

        assertThat(text(sqs.refusedSet(url, Map.of("KmsMasterKeyId", "k", "SqsManagedSseEnabled", "true"))))
                .isEqualTo("400 InvalidAttributeName: You can use one type of server-side encryption (SSE) at one time."
                        + " You can either enable KMS SSE or SQS SSE.");
    }

    @Test
    void fifoAttributesAreUnknownToStandardQueues() {
        assertThat(text(create("orders", Map.of("FifoQueue", "false"))))
                .isEqualTo("400 InvalidAttributeName: Unknown Attribute FifoQueue.");
        assertThat(create("orders", Map.of("ContentBasedDeduplication", "false")))
                .hasMessage("Unknown Attribute ContentBasedDeduplication.");
        assertThat(create("orders", Map.of("DeduplicationScope", "queue")))
                .hasMessage("You can specify the DeduplicationScope only when FifoQueue is set to true.");
        assertThat(create("orders", Map.of("FifoThroughputLimit", "perQueue")))
                .hasMessage("You can specify the FifoThroughputLimit only when FifoQueue is set to true.");
    }

    @Test
    void typeOfAQueueNeverChanges() {
        String url = sqs.queue("orders.fifo", Map.of("FifoQueue", "true"));
        sqs.set(url, Map.of("FifoQueue", "true"));

        assertThat(text(sqs.refusedSet(url, Map.of("FifoQueue", "false"))))
                .isEqualTo(
                        "400 InvalidAttributeValue: Invalid value for the parameter FifoQueue. Reason: Modifying queue"
                                + " type is not supported.");
    }

    @Test
    void highThroughputNeedsItsDeduplicationScope() {
        String url = sqs.queue("orders.fifo", Map.of("FifoQueue", "true"));

        assertThat(sqs.refusedSet(url, Map.of("FifoThroughputLimit", "perMessageGroupId")))
                .hasMessageContaining("only when the value for DeduplicationScope is messageGroup");
        sqs.set(url, Map.of("DeduplicationScope", "messageGroup", "FifoThroughputLimit", "perMessageGroupId"));
        assertThat(sqs.refusedSet(url, Map.of("DeduplicationScope", "queue"))).hasMessageContaining("messageGroup");
        assertThat(sqs.refusedSet(url, Map.of("DeduplicationScope", "topic")))
                .hasMessage("Invalid value for the parameter DeduplicationScope.");
    }

    @Test
    void unknownAttributesAreNamed() {
        String url = sqs.queue("orders");

        assertThat(text(sqs.refusedSet(url, Map.of("QueueArn", "x"))))
                .isEqualTo("400 InvalidAttributeName: Unknown Attribute QueueArn.");
        assertThat(text(sqs.refusedSet(url, Map.of("Colour", "blue"))))
                .isEqualTo("400 InvalidAttributeName: Unknown Attribute Colour.");
    }

    @Test
    void policyIsKeptAsItIs() {
        String url = sqs.queue("orders");
        String policy = "{ \"Version\": \"2012-10-17\", \"Statement\": [] }";
        sqs.set(url, Map.of("Policy", policy));

        assertThat(sqs.attributes(url, "Policy")).containsEntry("Policy", policy);
        sqs.set(url, Map.of("Policy", ""));
        assertThat(sqs.attributes(url, "Policy")).isEmpty();
        for (String bad :
                List.of("{", "[]", "{}", "{\"Statement\":[]} x", "{\"Statement\":\"" + "x".repeat(8192) + "\"}")) {
            assertThat(sqs.refusedSet(url, Map.of("Policy", bad)))
                    .hasMessage("Invalid value for the parameter Policy.");
        }
    }

    @Test
    void changeShowsWhen() {
        String url = sqs.queue("orders");
        sqs.advance(Duration.ofSeconds(5));
        sqs.set(url, Map.of("DelaySeconds", "3"));

        assertThat(sqs.attributes(url, "CreatedTimestamp", "LastModifiedTimestamp"))
                .containsOnly(
                        Map.entry("CreatedTimestamp", "1750000000"), Map.entry("LastModifiedTimestamp", "1750000005"));
    }

    @Test
    void missingQueueIsWordedPerProtocol() {
        GetQueueUrlRequest input =
                GetQueueUrlRequest.builder().queueName("none").build();

        assertThat(text(sqs.refused(SqsService.GET_QUEUE_URL, input)))
                .isEqualTo("400 AWS.SimpleQueueService.NonExistentQueue: The specified queue does not exist.");
        assertThat(text(sqs.overQuery().refused(SqsService.GET_QUEUE_URL, input)))
                .isEqualTo(
                        "400 AWS.SimpleQueueService.NonExistentQueue: The specified queue does not exist for this wsdl"
                                + " version.");
    }

    @Test
    void queueOfAnotherAccountIsFound() {
        String url = sqs.queue("orders");
        GetQueueUrlRequest own =
                GetQueueUrlRequest.builder().queueName("orders").build();
        GetQueueUrlRequest theirs = GetQueueUrlRequest.builder()
                .queueName("orders")
                .queueOwnerAWSAccountId(SqsFixture.ACCOUNT)
                .build();
        sqs.as(Caller.root("444455556666", null));

        assertThat(sqs.refused(SqsService.GET_QUEUE_URL, own)).hasMessage("The specified queue does not exist.");
        assertThat(sqs.call(SqsService.GET_QUEUE_URL, theirs).queueUrl()).isEqualTo(url);
        assertThat(sqs.send(url, "hello").messageId()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4566/111122223333/orders",
                "https://localhost/111122223333/orders",
                "http://localhost:4566/111122223333/orders/",
                "https://sqs.eu-west-1.amazonaws.com/111122223333/orders",
                "http://sqs.eu-west-1.localhost.localstack.cloud:4566/111122223333/orders",
                "http://sqs.localhost.localstack.cloud:4566/111122223333/orders",
                "http://eu-west-1.queue.localhost.localstack.cloud:4566/111122223333/orders",
                "http://localhost:4566/queue/eu-west-1/111122223333/orders"
            })
    void queueUrlsOfManyFormsLeadToTheQueue(String url) {
        sqs.queue("orders");

        assertThat(sqs.attributes(url, "QueueArn")).containsEntry("QueueArn", arn("orders"));
    }

    @Test
    void regionOfTheUrlGoesBeforeTheCalls() {
        sqs.queue("orders");
        sqs.in("us-east-2");

        assertThat(sqs.attributes("https://sqs.eu-west-1.amazonaws.com/111122223333/orders", "QueueArn"))
                .containsEntry("QueueArn", arn("orders"));
        assertThat(describe("http://localhost:4566/111122223333/orders"))
                .hasMessage("The specified queue does not exist.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "http://localhost:4566/",
                "http://localhost/a",
                "http://localhost/a/b/c",
                "",
                "http:///"
            })
    void otherTextIsNoAddress(String url) {
        assertThat(text(describe(url)))
                .isEqualTo("404 InvalidAddress: The address " + url + " is not valid for this endpoint.");
    }

    @Test
    void queuesAreListedInPages() {
        for (String name : List.of("b1", "a", "b3", "b2", "c")) {
            sqs.queue(name);
        }
        ListQueuesResult first = list("b", 2, null);
        ListQueuesResult second = list("b", 2, first.nextToken());

        assertThat(first.queueUrls()).hasSize(2).first().asString().endsWith("/b1");
        assertThat(second.queueUrls()).singleElement().asString().endsWith("/b3");
        assertThat(second.nextToken()).isNull();
        assertThat(list("b", null, null).queueUrls()).hasSize(3);
        assertThat(list("", null, null).queueUrls()).hasSize(5);
        assertThat(list("z", null, null).queueUrls()).isNull();
        assertThat(sqs.refused(
                        SqsService.LIST_QUEUES,
                        ListQueuesRequest.builder()
                                .queueNamePrefix("a")
                                .nextToken(first.nextToken())
                                .build()))
                .hasMessageContaining("NextToken");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001, -1})
    void pageHasOneToAThousandEntries(int size) {
        assertThat(text(sqs.refused(
                        SqsService.LIST_QUEUES,
                        ListQueuesRequest.builder().maxResults(size).build())))
                .isEqualTo(
                        "400 InvalidParameterValue: Value " + size
                                + " for parameter MaxResults is invalid. Reason: MaxResults must be an integer between 1 and 1000.");
    }

    @Test
    void listingsShowOnlyTheCallersQueuesInTheRegion() {
        sqs.queue("mine");
        assertThat(sqs.in("us-east-2")
                        .call(
                                SqsService.LIST_QUEUES,
                                ListQueuesRequest.builder().build())
                        .queueUrls())
                .isNull();
        sqs.in(SqsFixture.REGION).as(Caller.root("444455556666", null));
        assertThat(sqs.call(SqsService.LIST_QUEUES, ListQueuesRequest.builder().build())
                        .queueUrls())
                .isNull();
    }

    @Test
    void deletedQueueIsGoneAndItsNameFree() {
        String url = sqs.queue("orders");
        sqs.send(url, "old");
        delete(sqs, url);

        assertThat(describe(url)).hasMessage("The specified queue does not exist.");
        sqs.queue("orders");
        assertThat(sqs.receive(url)).isEmpty();
    }

    @Test
    void strictModeBlocksTheNameForAMinute() {
        SqsFixture strict = new SqsFixture(true);
        String url = strict.queue("orders");
        delete(strict, url);
        CreateQueueRequest again =
                CreateQueueRequest.builder().queueName("orders").build();

        strict.advance(Duration.ofMillis(59_999));
        assertThat(text(strict.refused(SqsService.CREATE_QUEUE, again)))
                .isEqualTo(
                        "400 AWS.SimpleQueueService.QueueDeletedRecently: You must wait 60 seconds after deleting a queue"
                                + " before you can create another with the same name.");
        strict.advance(Duration.ofMillis(1));
        assertThat(strict.call(SqsService.CREATE_QUEUE, again).queueUrl()).isEqualTo(url);
    }

    @Test
    void strictModeAllowsOnePurgeAMinute() {
        SqsFixture strict = new SqsFixture(true);
        PurgeQueueRequest purge =
                PurgeQueueRequest.builder().queueUrl(strict.queue("orders")).build();
        strict.call(SqsService.PURGE_QUEUE, purge);

        strict.advance(Duration.ofMillis(59_999));
        assertThat(text(strict.refused(SqsService.PURGE_QUEUE, purge)))
                .isEqualTo("403 AWS.SimpleQueueService.PurgeQueueInProgress: Only one PurgeQueue operation on orders is"
                        + " allowed every 60 seconds.");
        strict.advance(Duration.ofMillis(1));
        strict.call(SqsService.PURGE_QUEUE, purge);
    }

    @Test
    void purgesFollowOneAnotherOtherwise() {
        String url = sqs.queue("orders");
        PurgeQueueRequest purge = PurgeQueueRequest.builder().queueUrl(url).build();
        sqs.send(url, "a");
        sqs.call(SqsService.PURGE_QUEUE, purge);
        sqs.send(url, "b");
        sqs.call(SqsService.PURGE_QUEUE, purge);

        assertThat(sqs.receive(url)).isEmpty();
    }

    @Test
    void resetForgetsOneAccountOrAll() {
        String mine = sqs.queue("mine");
        sqs.as(Caller.root("444455556666", null));
        String theirs = sqs.queue("theirs");

        sqs.module.reset(SqsFixture.ACCOUNT);
        assertThat(describe(mine)).hasMessage("The specified queue does not exist.");
        assertThat(sqs.attributes(theirs, "QueueArn")).isNotEmpty();
        sqs.module.reset(null);
        assertThat(describe(theirs)).hasMessage("The specified queue does not exist.");
    }

    @Test
    void onlyDataEventsNameTheQueueAsResource() {
        String url = sqs.queue("orders");
        assertThat(sqs.lastCall().audit().resources()).isEmpty();
        sqs.send(url, "a");
        assertThat(sqs.lastCall().audit().resources()).singleElement().satisfies(resource -> assertThat(resource.arn())
                .isEqualTo(arn("orders")));
    }

    private ListQueuesResult list(
            String prefix,
            @org.jspecify.annotations.Nullable Integer size,
            @org.jspecify.annotations.Nullable String token) {
        return sqs.call(
                SqsService.LIST_QUEUES,
                ListQueuesRequest.builder()
                        .queueNamePrefix(prefix)
                        .maxResults(size)
                        .nextToken(token)
                        .build());
    }

    private static void delete(SqsFixture sqs, String url) {
        sqs.call(
                SqsService.DELETE_QUEUE,
                DeleteQueueRequest.builder().queueUrl(url).build());
    }

    private ServiceException describe(String url) {
        return sqs.refused(
                SqsService.GET_QUEUE_ATTRIBUTES,
                GetQueueAttributesRequest.builder().queueUrl(url).build());
    }

    private ServiceException create(String name, Map<String, String> attributes) {
        return sqs.refused(
                SqsService.CREATE_QUEUE,
                CreateQueueRequest.builder()
                        .queueName(name)
                        .attributes(attributes)
                        .build());
    }
}
