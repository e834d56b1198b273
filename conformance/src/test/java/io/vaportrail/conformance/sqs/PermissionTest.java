package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * AddPermission and RemovePermission, which write the policy of the queue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html">AddPermission</a>
 */
class PermissionTest extends SqsTest {
    private static final String FRIEND = "112233445566";
    private static final String OTHER = "223344556677";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void writesAStatement() throws JsonProcessingException {
        String url = create("orders");

        add(url, "readers", List.of(FRIEND), "ReceiveMessage");

        assertThat(policy(url))
                .isEqualTo(
                        JSON.readTree("{\"Version\":\"2008-10-17\",\"Id\":\"" + arn("orders") + "/SQSDefaultPolicy\","
                                + "\"Statement\":[{\"Sid\":\"readers\",\"Effect\":\"Allow\","
                                + "\"Principal\":{\"AWS\":\"arn:aws:iam::" + FRIEND + ":root\"},"
                                + "\"Action\":\"SQS:ReceiveMessage\",\"Resource\":\"" + arn("orders") + "\"}]}"));
    }

    @Test
    void listsSeveralAccountsAndActions() throws JsonProcessingException {
        String url = create("orders");

        add(url, "workers", List.of(FRIEND, OTHER), "ReceiveMessage", "DeleteMessage");

        JsonNode statement = policy(url).get("Statement").get(0);
        assertThat(texts(statement.at("/Principal/AWS")))
                .containsExactlyInAnyOrder("arn:aws:iam::" + FRIEND + ":root", "arn:aws:iam::" + OTHER + ":root");
        assertThat(texts(statement.get("Action"))).containsExactlyInAnyOrder("SQS:ReceiveMessage", "SQS:DeleteMessage");
    }

    @Test
    void keepsStatementsApartByLabel() throws JsonProcessingException {
        String url = create("orders");
        add(url, "one", List.of(FRIEND), "SendMessage");
        add(url, "two", List.of(FRIEND), "SendMessage");

        assertInvalidParameter(
                "Value two for parameter Label is invalid. Reason: Already exists.",
                () -> add(url, "two", List.of(OTHER), "SendMessage"));
        sqs.removePermission(r -> r.queueUrl(url).label("one"));

        assertThat(policy(url).get("Statement")).hasSize(1);
        assertThat(policy(url).at("/Statement/0/Sid").asText()).isEqualTo("two");
    }

    @Test
    void forgetsThePolicyWithItsLastStatement() {
        String url = create("orders");
        add(url, "only", List.of(FRIEND), "SendMessage");

        sqs.removePermission(r -> r.queueUrl(url).label("only"));

        assertThat(attributes(url)).doesNotContainKey("Policy");
        assertInvalidParameter(
                "Value only for parameter Label is invalid. Reason: can't find label.",
                () -> sqs.removePermission(r -> r.queueUrl(url).label("only")));
    }

    @Test
    void addsToAPolicyThatWasSet() throws JsonProcessingException {
        String url = create("orders");
        set(
                url,
                "Policy",
                "{\"Version\":\"2012-10-17\",\"Id\":\"mine\",\"Statement\":[{\"Sid\":\"kept\",\"Effect\":\"Deny\","
                        + "\"Principal\":\"*\",\"Action\":\"sqs:PurgeQueue\",\"Resource\":\"" + arn("orders")
                        + "\"}]}");

        add(url, "added", List.of(FRIEND), "SendMessage");

        assertThat(policy(url).get("Id").asText()).isEqualTo("mine");
        assertThat(policy(url).findValuesAsText("Sid")).containsExactlyInAnyOrder("kept", "added");
    }

    @Test
    void takesAllActionsAtOnce() throws JsonProcessingException {
        String url = create("orders");

        add(url, "everything", List.of(FRIEND), "*");

        assertThat(policy(url).at("/Statement/0/Action").asText()).isEqualTo("SQS:*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "per:mission", "ü"})
    void refusesLabelsOfOtherCharacters(String label) {
        String url = create("orders");

        assertThat(io.vaportrail.conformance.fixture.AwsError.of(() -> add(url, label, List.of(FRIEND), "SendMessage"))
                        .code())
                .isIn("InvalidParameterValue", "MissingParameter");
        assertThat(attributes(url)).doesNotContainKey("Policy");
    }

    @Test
    void takesLabelsUpToEightyCharacters() {
        String url = create("orders");

        add(url, "Label_1-".repeat(10), List.of(FRIEND), "SendMessage");
        assertInvalidParameter(() -> add(url, "Label_1-".repeat(10) + "x", List.of(FRIEND), "SendMessage"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateQueue",
                "DeleteQueue",
                "SetQueueAttributes",
                "AddPermission",
                "TagQueue",
                "Fly",
                "sendmessage"
            })
    void refusesActionsThatCannotBeGranted(String action) {
        String url = create("orders");

        assertInvalidParameter(() -> add(url, "x", List.of(FRIEND), action));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1122334455667", "mike", "*"})
    void refusesWhatIsNoAccount(String account) {
        String url = create("orders");

        assertInvalidParameter(
                "Value [" + account + "] for parameter PrincipalId is invalid. Reason: Unable to verify.",
                () -> add(url, "x", List.of(account), "SendMessage"));
    }

    @Test
    void takesSevenActionsInAStatement() {
        String url = create("orders");
        String[] seven = {
            "SendMessage",
            "ReceiveMessage",
            "DeleteMessage",
            "ChangeMessageVisibility",
            "GetQueueAttributes",
            "GetQueueUrl",
            "PurgeQueue"
        };
        add(url, "seven", List.of(FRIEND), seven);

        String[] eight = java.util.Arrays.copyOf(seven, 8);
        eight[7] = "ListDeadLetterSourceQueues";
        assertRefused("OverLimit", 403, () -> add(url, "eight", List.of(FRIEND), eight));
    }

    @Test
    void takesTwentyStatements() {
        String url = create("orders");
        IntStream.range(0, 20).forEach(i -> add(url, "label-" + i, List.of(FRIEND), "SendMessage"));

        assertRefused("OverLimit", 403, () -> add(url, "label-20", List.of(FRIEND), "SendMessage"));
        assertThat(attributes(url).get("Policy")).contains("label-19").doesNotContain("label-20");
    }

    private void add(String url, String label, List<String> accounts, String... actions) {
        sqs.addPermission(
                r -> r.queueUrl(url).label(label).awsAccountIds(accounts).actions(actions));
    }

    private JsonNode policy(String url) throws JsonProcessingException {
        return JSON.readTree(attributes(url).get("Policy"));
    }

    private static List<String> texts(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> array.get(i).asText())
                .toList();
    }
}
