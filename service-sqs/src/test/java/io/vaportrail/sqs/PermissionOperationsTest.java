package io.vaportrail.sqs;

import static io.vaportrail.sqs.SqsFixture.arn;
import static io.vaportrail.support.OperationCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.AddPermissionRequest;
import io.vaportrail.model.sqs.RemovePermissionRequest;
import io.vaportrail.model.sqs.SetQueueAttributesRequest;
import io.vaportrail.model.sqs.SqsService;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PermissionOperationsTest {
    private final SqsFixture sqs = new SqsFixture();
    private final String url = sqs.queue("orders");

    @Test
    void permissionBecomesAStatement() {
        add("one", List.of("444455556666"), List.of("SendMessage"));
        assertThat(policy())
                .isEqualTo(
                        "{\"Version\":\"2008-10-17\",\"Id\":\"" + arn("orders") + "/SQSDefaultPolicy\",\"Statement\":["
                                + "{\"Sid\":\"one\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:root\"},"
                                + "\"Action\":\"SQS:SendMessage\",\"Resource\":\"" + arn("orders") + "\"}]}");

        add("two", List.of("444455556666", "777788889999"), List.of("*", "ReceiveMessage"));
        assertThat(policy())
                .contains("{\"AWS\":[\"arn:aws:iam::444455556666:root\",\"arn:aws:iam::777788889999:root\"]}")
                .contains("\"Action\":[\"SQS:*\",\"SQS:ReceiveMessage\"]");
    }

    @Test
    void policyGoesWithItsLastStatement() {
        add("one", List.of("444455556666"), List.of("SendMessage"));
        add("two", List.of("444455556666"), List.of("SendMessage"));
        remove("one");
        assertThat(policy()).contains("\"two\"").doesNotContain("\"one\"");
        remove("two");
        assertThat(sqs.attributes(url, "Policy")).isEmpty();
    }

    @Test
    void ownersPolicyIsAddedTo() {
        String own =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"own\",\"Effect\":\"Deny\",\"Principal\":\"*\","
                        + "\"Action\":\"SQS:PurgeQueue\",\"Resource\":\"*\"}}";
        sqs.call(
                SqsService.SET_QUEUE_ATTRIBUTES,
                SetQueueAttributesRequest.builder()
                        .queueUrl(url)
                        .attributes(Map.of("Policy", own))
                        .build());
        add("more", List.of("444455556666"), List.of("SendMessage"));

        assertThat(policy())
                .startsWith(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"own\",\"Effect\":\"Deny\",\"Principal\":\"*\","
                                + "\"Action\":\"SQS:PurgeQueue\",\"Resource\":\"*\"},{\"Sid\":\"more\"");
        remove("own");
        assertThat(policy()).doesNotContain("Deny");
    }

    @Test
    void labelsAreUnique() {
        add("one", List.of("444455556666"), List.of("SendMessage"));

        assertThat(refused("one", List.of("444455556666"), List.of("SendMessage")))
                .isEqualTo(
                        "400 InvalidParameterValue: Value one for parameter Label is invalid. Reason: Already exists.");
        assertThat(text(sqs.refused(
                        SqsService.REMOVE_PERMISSION,
                        RemovePermissionRequest.builder()
                                .queueUrl(url)
                                .label("two")
                                .build())))
                .isEqualTo(
                        "400 InvalidParameterValue: Value two for parameter Label is invalid. Reason: can't find label.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "ä"})
    void labelsAreWords(String label) {
        assertThat(refused(label, List.of("444455556666"), List.of("SendMessage")))
                .contains("for parameter Label is invalid");
    }

    @Test
    void limitsHold() {
        List<String> account = List.of("444455556666");
        add("l".repeat(80), account, List.of("SendMessage"));
        assertThat(refused("l".repeat(81), account, List.of("SendMessage"))).contains("1 to 80 in length");
        List<String> seven = List.of(
                "SendMessage",
                "ReceiveMessage",
                "DeleteMessage",
                "PurgeQueue",
                "GetQueueUrl",
                "GetQueueAttributes",
                "*");
        add("seven", account, seven);
        List<String> eight = new java.util.ArrayList<>(seven);
        eight.add("ChangeMessageVisibility");
        assertThat(refused("eight", account, eight))
                .isEqualTo("403 OverLimit: 8 Actions were found, maximum allowed is 7.");
        add("fifty", Collections.nCopies(50, "444455556666"), List.of("SendMessage"));
        assertThat(refused("more", Collections.nCopies(51, "444455556666"), List.of("SendMessage")))
                .startsWith("403 OverLimit: ");
        for (int i = 3; i < SqsLimits.POLICY_STATEMENTS; i++) {
            add("label-" + i, account, List.of("SendMessage"));
        }
        assertThat(refused("last", account, List.of("SendMessage"))).startsWith("403 OverLimit: 20 statements");
    }

    @Test
    void actionsAndAccountsMustExist() {
        assertThat(refused("a", List.of("444455556666"), List.of("Dance")))
                .isEqualTo(
                        "400 InvalidParameterValue: Value SQS:Dance for parameter ActionName is invalid. Reason: Please"
                                + " refer to the appropriate WSDL for a list of valid actions.");
        assertThat(refused("a", List.of("12345"), List.of("SendMessage")))
                .isEqualTo(
                        "400 InvalidParameterValue: Value [12345] for parameter PrincipalId is invalid. Reason: Unable to"
                                + " verify.");
        assertThat(refused("a", List.of(), List.of("SendMessage"))).startsWith("400 MissingParameter: ");
        assertThat(refused("a", List.of("444455556666"), List.of())).startsWith("400 MissingParameter: ");
    }

    private String policy() {
        return String.valueOf(sqs.attributes(url, "Policy").get("Policy"));
    }

    private AddPermissionRequest request(String label, List<String> accounts, List<String> actions) {
        return AddPermissionRequest.builder()
                .queueUrl(url)
                .label(label)
                .awsAccountIds(accounts)
                .actions(actions)
                .build();
    }

    private void add(String label, List<String> accounts, List<String> actions) {
        sqs.call(SqsService.ADD_PERMISSION, request(label, accounts, actions));
    }

    private String refused(String label, List<String> accounts, List<String> actions) {
        return text(sqs.refused(SqsService.ADD_PERMISSION, request(label, accounts, actions)));
    }

    private void remove(String label) {
        sqs.call(
                SqsService.REMOVE_PERMISSION,
                RemovePermissionRequest.builder().queueUrl(url).label(label).build());
    }
}
