package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;

/**
 * GetQueueUrl, ListQueues and DeleteQueue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html">ListQueues</a>
 */
class FindQueueTest extends SqsTest {
    @Test
    void findsAQueueByName() {
        String url = create("orders");

        assertThat(sqs.getQueueUrl(r -> r.queueName("orders")).queueUrl()).isEqualTo(url);
    }

    @Test
    void saysThatAQueueDoesNotExist() {
        create("orders");

        assertNoSuchQueue(() -> sqs.getQueueUrl(r -> r.queueName("order")));
        assertNoSuchQueue(() -> sqs.getQueueUrl(r -> r.queueName("Orders")));
        assertNoSuchQueue(() -> attributes(emulator.endpoint() + "/" + ACCOUNT + "/order"));
        assertNoSuchQueue(() -> send(emulator.endpoint() + "/" + ACCOUNT + "/order", "lost"));
        assertNoSuchQueue(() -> receive(emulator.endpoint() + "/" + ACCOUNT + "/order"));
    }

    @Test
    void findsTheQueueOfAnotherAccount() {
        String theirs =
                as("555566667777").createQueue(r -> r.queueName("shared")).queueUrl();

        assertThat(sqs.getQueueUrl(r -> r.queueName("shared").queueOwnerAWSAccountId("555566667777"))
                        .queueUrl())
                .isEqualTo(theirs);
        assertNoSuchQueue(() -> sqs.getQueueUrl(r -> r.queueName("shared")));
        assertNoSuchQueue(() -> sqs.getQueueUrl(r -> r.queueName("shared").queueOwnerAWSAccountId("555566667778")));
    }

    @Test
    void worksOnTheQueueOfAnotherAccountByItsAddress() {
        String theirs =
                as("555566667777").createQueue(r -> r.queueName("shared")).queueUrl();

        send(theirs, "from next door");

        assertThat(as("555566667777").receiveMessage(r -> r.queueUrl(theirs)).messages())
                .extracting(m -> m.body())
                .containsExactly("from next door");
    }

    @Test
    void listsNothingWhereNothingIs() {
        ListQueuesResponse answer = sqs.listQueues();

        assertThat(answer.queueUrls()).isEmpty();
        assertThat(answer.nextToken()).isNull();
    }

    @Test
    void listsByPrefix() {
        String a = create("orders-a");
        String b = create("orders-b");
        create("Orders-c");
        create("invoices");

        assertThat(sqs.listQueues(r -> r.queueNamePrefix("orders-")).queueUrls())
                .containsExactlyInAnyOrder(a, b);
        assertThat(sqs.listQueues(r -> r.queueNamePrefix("orders-b")).queueUrls())
                .containsExactly(b);
        assertThat(sqs.listQueues(r -> r.queueNamePrefix("nothing")).queueUrls())
                .isEmpty();
    }

    @Test
    void listsPageByPage() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            created.add(create("page-" + i));
        }
        create("other");

        List<String> listed = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ListQueuesResponse page =
                    sqs.listQueues(r -> r.queueNamePrefix("page-").maxResults(3).nextToken(next));
            listed.addAll(page.queueUrls());
            sizes.add(page.queueUrls().size());
            token = page.nextToken();
        } while (token != null);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(created);
        assertThat(sizes).containsExactly(3, 3, 1);
    }

    @Test
    void givesNoTokenWhenThePageHoldsAll() {
        create("one");
        create("two");

        assertThat(sqs.listQueues(r -> r.maxResults(2)).nextToken()).isNull();
        assertThat(sqs.listQueues(r -> r.maxResults(1000)).queueUrls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void refusesAPageSizeOutOfRange(int size) {
        assertInvalidParameter(() -> sqs.listQueues(r -> r.maxResults(size)));
    }

    @Test
    void refusesATokenItNeverGave() {
        assertInvalidParameter(() -> sqs.listQueues(r -> r.maxResults(1).nextToken("not a token")));
    }

    @Test
    void deletesAQueueWithItsMessages() {
        String url = create("orders");
        send(url, "gone with the queue");

        sqs.deleteQueue(r -> r.queueUrl(url));

        assertThat(sqs.listQueues().queueUrls()).isEmpty();
        assertNoSuchQueue(() -> sqs.getQueueUrl(r -> r.queueName("orders")));
        assertNoSuchQueue(() -> send(url, "too late"));
        assertNoSuchQueue(() -> sqs.deleteQueue(r -> r.queueUrl(url)));
    }

    @Test
    void startsAfreshUnderAReusedName() {
        String url = create("orders");
        send(url, "of the first queue");
        sqs.deleteQueue(r -> r.queueUrl(url));

        assertThat(create("orders")).isEqualTo(url);

        assertThat(receive(url)).isEmpty();
        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
    }
}
