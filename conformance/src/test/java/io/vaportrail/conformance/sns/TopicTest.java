package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.Topic;

/** Topics: made, looked at, changed, listed and deleted. */
class TopicTest extends SnsTest {
    private Map<String, String> topicAttributes(String arn) {
        return sns.getTopicAttributes(r -> r.topicArn(arn)).attributes();
    }

    private void setTopic(String arn, String name, String value) {
        sns.setTopicAttributes(r -> r.topicArn(arn).attributeName(name).attributeValue(value));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void newTopicHasTheDefaults() {
        Map<String, String> attributes = topicAttributes(topic("orders"));

        assertThat(attributes)
                .containsEntry("TopicArn", topicArn("orders"))
                .containsEntry("Owner", ACCOUNT)
                .containsEntry("DisplayName", "")
                .containsEntry("SubscriptionsConfirmed", "0")
                .containsEntry("SubscriptionsPending", "0")
                .containsEntry("SubscriptionsDeleted", "0")
                .containsOnlyKeys(
                        "TopicArn",
                        "Owner",
                        "DisplayName",
                        "Policy",
                        "EffectiveDeliveryPolicy",
                        "SubscriptionsConfirmed",
                        "SubscriptionsPending",
                        "SubscriptionsDeleted");
        assertThat(json(attributes.getOrDefault("Policy", "none"))).containsEntry("Id", "__default_policy_ID");
    }

    @Test
    void creatingAgainIsNoMistakeUnlessSomethingDiffers() {
        sns.createTopic(r ->
                r.name("orders").attributes(Map.of("DisplayName", "Orders")).tags(tag("team", "blue")));

        assertThat(topic("orders")).isEqualTo(topicArn("orders"));
        assertThat(topic("orders", Map.of("DisplayName", "Orders", "FifoTopic", "false")))
                .isEqualTo(topicArn("orders"));
        assertInvalid(
                "Attributes Reason: Topic already exists with different attributes",
                () -> topic("orders", Map.of("DisplayName", "Other")));
        assertInvalid(
                "Attributes Reason: Topic already exists with different attributes",
                () -> topic("orders", Map.of("SignatureVersion", "2")));
        assertInvalid(
                "Tags Reason: Topic already exists with different tags",
                () -> sns.createTopic(r -> r.name("orders").tags(tag("team", "red"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "orders.fifo", "ä"})
    void badNamesAreRefused(String name) {
        assertInvalid("Topic Name", () -> topic(name));
    }

    @Test
    void namesHaveUpTo256Characters() {
        String longest = "a".repeat(256);

        assertThat(topic(longest)).isEqualTo(topicArn(longest));
        assertInvalid("Topic Name", () -> topic(longest + "a"));
        assertInvalid("Topic Name", () -> topic("orders", Map.of("FifoTopic", "true")));
    }

    @ParameterizedTest
    @CsvSource({
        "orders, 'TopicArn Reason: An ARN must have at least 6 elements, not 1'",
        "arn:aws:sns:us-east-1:orders, 'TopicArn Reason: An ARN must have at least 6 elements, not 5'",
        "arn:aws:sns:eu-west-1:000000000000:orders, TopicArn",
        "arn:aws:sqs:us-east-1:000000000000:orders, TopicArn"
    })
    void badArnsAreRefused(String arn, String complaint) {
        assertInvalid(complaint, () -> topicAttributes(arn));
    }

    @Test
    void deletedTopicIsGoneAndMayBeDeletedAgain() {
        String arn = topic("orders");

        sns.deleteTopic(r -> r.topicArn(arn));
        sns.deleteTopic(r -> r.topicArn(arn));

        assertRefused("NotFound", 404, "Topic does not exist", () -> topicAttributes(arn));
        assertThat(sns.listTopics().topics()).isEmpty();
    }

    @Test
    void listsAHundredAPage() {
        List<String> expected = IntStream.range(0, 205)
                .mapToObj(i -> topic(String.format("t%03d", i)))
                .toList();
        List<String> found = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();

        sns.listTopicsPaginator().forEach(page -> {
            pages.add(page.topics().size());
            page.topics().stream().map(Topic::topicArn).forEach(found::add);
        });

        assertThat(found).isEqualTo(expected);
        assertThat(pages).containsExactly(100, 100, 5);
        assertInvalid("NextToken", () -> sns.listTopics(r -> r.nextToken("nonsense")));
    }

    @Test
    void attributesAreSetAndTakenAway() {
        String arn = topic("orders");

        setTopic(arn, "DisplayName", "d".repeat(100));
        setTopic(arn, "SignatureVersion", "2");
        setTopic(arn, "KmsMasterKeyId", "alias/aws/sns");
        setTopic(arn, "SQSSuccessFeedbackSampleRate", "100");
        assertThat(topicAttributes(arn))
                .containsEntry("DisplayName", "d".repeat(100))
                .containsEntry("SignatureVersion", "2")
                .containsEntry("KmsMasterKeyId", "alias/aws/sns")
                .containsEntry("SQSSuccessFeedbackSampleRate", "100");

        setTopic(arn, "KmsMasterKeyId", "");
        assertThat(topicAttributes(arn)).doesNotContainKey("KmsMasterKeyId");
    }

    @ParameterizedTest
    @CsvSource({
        "Unknown, x, AttributeName",
        "FifoTopic, true, AttributeName",
        "SignatureVersion, 3, SignatureVersion: Invalid value [3]. Must be either 1 or 2.",
        "SQSSuccessFeedbackSampleRate, 101, SQSSuccessFeedbackSampleRate: Invalid value [101]. Must be between 0 and 100.",
        "ContentBasedDeduplication, true, ContentBasedDeduplication can only be set for FIFO topics"
    })
    void badAttributesAreRefused(String name, String value, String complaint) {
        String arn = topic("orders");

        assertInvalid(complaint, () -> setTopic(arn, name, value));
    }

    @Test
    void deliveryPolicyIsMergedWithTheDefaults() {
        String arn = topic("orders");

        setTopic(
                arn,
                "DeliveryPolicy",
                "{\"http\":{\"defaultHealthyRetryPolicy\":"
                        + "{\"minDelayTarget\":5,\"maxDelayTarget\":6,\"numRetries\":1}}}");

        assertThat(topicAttributes(arn).get("DeliveryPolicy"))
                .isEqualTo("{\"http\":{\"defaultHealthyRetryPolicy\":"
                        + "{\"minDelayTarget\":5,\"maxDelayTarget\":6,\"numRetries\":1},"
                        + "\"disableSubscriptionOverrides\":false}}");
        assertThat(topicAttributes(arn).get("EffectiveDeliveryPolicy"))
                .contains("\"minDelayTarget\":5,\"maxDelayTarget\":6,\"numRetries\":1,\"numMaxDelayRetries\":0");
    }

    @Test
    void permissionsAreStatementsOfThePolicy() {
        String arn = topic("orders");
        sns.addPermission(
                r -> r.topicArn(arn).label("one").awsAccountIds("111122223333").actionNames("Publish"));

        assertThat(topicAttributes(arn).get("Policy"))
                .contains("{\"Sid\":\"one\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                        + "\"arn:aws:iam::111122223333:root\"},\"Action\":\"SNS:Publish\",\"Resource\":\"" + arn
                        + "\"}");
        assertInvalid(
                "Statement already exists",
                () -> sns.addPermission(r -> r.topicArn(arn)
                        .label("one")
                        .awsAccountIds("111122223333")
                        .actionNames("Publish")));
        assertInvalid(
                "Policy statement action out of service scope!",
                () -> sns.addPermission(r -> r.topicArn(arn)
                        .label("two")
                        .awsAccountIds("111122223333")
                        .actionNames("ListTopics")));

        sns.removePermission(r -> r.topicArn(arn).label("one"));
        assertThat(topicAttributes(arn).get("Policy")).doesNotContain("\"one\"");
    }

    @Test
    void policiesAreChecked() {
        String arn = topic("orders");

        assertInvalid(
                "Policy statement action out of service scope!",
                () -> setTopic(
                        arn,
                        "Policy",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                                + "\"Action\":\"sns:*\",\"Resource\":\"" + arn + "\"}]}"));
    }

    @Test
    void tagsAreAddedReplacedAndRemoved() {
        String arn = topic("orders");
        sns.tagResource(r -> r.resourceArn(arn).tags(tag("team", "blue"), tag("stage", "test")));
        sns.tagResource(r -> r.resourceArn(arn).tags(tag("team", "red")));
        sns.untagResource(r -> r.resourceArn(arn).tagKeys("stage", "absent"));

        assertThat(sns.listTagsForResource(r -> r.resourceArn(arn)).tags()).containsExactly(tag("team", "red"));
        assertRefused(
                "ResourceNotFound",
                404,
                "Resource does not exist",
                () -> sns.listTagsForResource(r -> r.resourceArn(topicArn("absent"))));
    }

    @Test
    void fiftyTagsAndNotOneMore() {
        String arn = topic("orders");
        List<Tag> fifty =
                IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "v")).toList();
        sns.tagResource(r -> r.resourceArn(arn).tags(fifty));

        assertRefused(
                "TagLimitExceeded",
                400,
                "Could not complete request: tag quota of per resource exceeded",
                () -> sns.tagResource(r -> r.resourceArn(arn).tags(tag("k50", "v"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alias/aws/sns",
                "1234abcd-12ab-34cd-56ef-1234567890ab",
                "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab"
            })
    void encryptionAttributeIsKept(String key) {
        String arn = topic("orders", Map.of("KmsMasterKeyId", key));

        assertThat(sns.getTopicAttributes(r -> r.topicArn(arn)).attributes()).containsEntry("KmsMasterKeyId", key);
        sns.setTopicAttributes(
                r -> r.topicArn(arn).attributeName("KmsMasterKeyId").attributeValue(""));
        assertThat(sns.getTopicAttributes(r -> r.topicArn(arn)).attributes()).doesNotContainKey("KmsMasterKeyId");
        assertInvalid(
                "KmsMasterKeyId: Invalid value [a key]. Must be a key of KMS.",
                () -> sns.setTopicAttributes(
                        r -> r.topicArn(arn).attributeName("KmsMasterKeyId").attributeValue("a key")));
    }
}
