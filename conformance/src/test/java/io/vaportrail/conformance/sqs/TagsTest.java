package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * TagQueue, UntagQueue and ListQueueTags.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html">TagQueue</a>
 */
class TagsTest extends SqsTest {
    @Test
    void addsReplacesAndRemoves() {
        String url = create("orders");

        tag(url, Map.of("team", "billing", "empty", "", "stage", "test"));
        tag(url, Map.of("stage", "production"));
        assertThat(tags(url))
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "billing", "empty", "", "stage", "production"));

        sqs.untagQueue(r -> r.queueUrl(url).tagKeys("team", "empty", "never there"));
        assertThat(tags(url)).containsExactlyEntriesOf(Map.of("stage", "production"));

        sqs.untagQueue(r -> r.queueUrl(url).tagKeys("stage"));
        assertThat(tags(url)).isEmpty();
    }

    @Test
    void tellsKeysApartByCase() {
        String url = create("orders");

        tag(url, Map.of("Team", "a", "team", "b"));

        assertThat(tags(url)).hasSize(2);
    }

    @Test
    void takesFiftyTags() {
        String url = create("orders");
        Map<String, String> fifty = new HashMap<>();
        numbered("key-", 50).forEach(key -> fifty.put(key, "v"));
        tag(url, fifty);
        tag(url, Map.of("key-7", "replaced"));

        assertInvalidParameter(() -> tag(url, Map.of("one more", "v")));
        assertThat(tags(url)).hasSize(50).containsEntry("key-7", "replaced");

        Map<String, String> fiftyOne = new HashMap<>(fifty);
        fiftyOne.put("one more", "v");
        assertInvalidParameter(() -> sqs.createQueue(r -> r.queueName("others").tags(fiftyOne)));
    }

    @Test
    void takesKeysUpTo128AndValuesUpTo256Characters() {
        String url = create("orders");

        tag(url, Map.of("k".repeat(128), "v".repeat(256)));
        assertThat(tags(url)).hasSize(1);
        assertInvalidParameter(() -> tag(url, Map.of("k".repeat(129), "v")));
        assertInvalidParameter(() -> tag(url, Map.of("k", "v".repeat(257))));
    }

    @Test
    void refusesAnEmptyKeyAndTheKeysOfAws() {
        String url = create("orders");

        assertInvalidParameter(() -> tag(url, Map.of("", "v")));
        assertInvalidParameter(() -> tag(url, Map.of("aws:team", "v")));
    }

    @Test
    void forgetsTheTagsOfADeletedQueue() {
        String url = create("orders");
        tag(url, Map.of("team", "billing"));
        sqs.deleteQueue(r -> r.queueUrl(url));

        create("orders");

        assertThat(tags(url)).isEmpty();
    }

    private void tag(String url, Map<String, String> tags) {
        sqs.tagQueue(r -> r.queueUrl(url).tags(tags));
    }

    private Map<String, String> tags(String url) {
        return sqs.listQueueTags(r -> r.queueUrl(url)).tags();
    }
}
