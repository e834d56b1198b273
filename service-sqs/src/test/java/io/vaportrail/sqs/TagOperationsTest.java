package io.vaportrail.sqs;

import static io.vaportrail.support.OperationCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.ListQueueTagsRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.model.sqs.TagQueueRequest;
import io.vaportrail.model.sqs.UntagQueueRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagOperationsTest {
    private final SqsFixture sqs = new SqsFixture();
    private final String url = sqs.queue("orders");

    @Test
    void tagsComeAndGo() {
        assertThat(tags(url)).isNull();
        tag(Map.of("team", "a", "empty", ""));
        tag(Map.of("team", "b"));
        assertThat(tags(url)).containsOnly(Map.entry("team", "b"), Map.entry("empty", ""));

        sqs.call(
                SqsService.UNTAG_QUEUE,
                UntagQueueRequest.builder()
                        .queueUrl(url)
                        .tagKeys(List.of("team", "none"))
                        .build());
        assertThat(tags(url)).containsOnlyKeys("empty");
    }

    @Test
    void queueIsMadeWithTags() {
        String tagged = String.valueOf(sqs.call(
                        SqsService.CREATE_QUEUE,
                        CreateQueueRequest.builder()
                                .queueName("tagged")
                                .tags(Map.of("k", "v"))
                                .build())
                .queueUrl());

        assertThat(tags(tagged)).containsOnly(Map.entry("k", "v"));
    }

    @Test
    void fiftyTagsAreTheMost() {
        Map<String, String> fifty = new LinkedHashMap<>();
        for (int i = 0; i < SqsLimits.TAGS; i++) {
            fifty.put("k" + i, "v");
        }
        tag(fifty);
        tag(Map.of("k0", "another"));

        assertThat(refused(Map.of("k50", "v")))
                .isEqualTo("400 InvalidParameterValue: Too many tags added for queue orders.");
        assertThat(tags(url)).hasSize(50);
    }

    @Test
    void lengthsAreLimited() {
        tag(Map.of("k".repeat(128), "v".repeat(256)));

        assertThat(refused(Map.of("k".repeat(129), "v"))).contains("between 1 and 128 characters");
        assertThat(refused(Map.of("", "v"))).contains("between 1 and 128 characters");
        assertThat(refused(Map.of("k", "v".repeat(257)))).contains("between 0 and 256 characters");
    }

    @ParameterizedTest
    @CsvSource({"aws:x, v", "AWS:x, v", "k, aws:v", "k#, v", "k, v!"})
    void somePrefixesAndCharactersAreReserved(String key, String value) {
        assertThat(refused(Map.of(key, value))).startsWith("400 InvalidParameterValue: Tag ");
    }

    @Test
    void lettersOfAllLanguagesAreFine() {
        tag(Map.of("straße / 道路", "a_b.c:d=e+f-g@h ü"));

        assertThat(tags(url)).hasSize(1);
    }

    private void tag(Map<String, String> tags) {
        sqs.call(
                SqsService.TAG_QUEUE,
                TagQueueRequest.builder().queueUrl(url).tags(tags).build());
    }

    private String refused(Map<String, String> tags) {
        return text(sqs.refused(
                SqsService.TAG_QUEUE,
                TagQueueRequest.builder().queueUrl(url).tags(tags).build()));
    }

    private @Nullable Map<String, String> tags(String queueUrl) {
        return sqs.call(
                        SqsService.LIST_QUEUE_TAGS,
                        ListQueueTagsRequest.builder().queueUrl(queueUrl).build())
                .tags();
    }
}
