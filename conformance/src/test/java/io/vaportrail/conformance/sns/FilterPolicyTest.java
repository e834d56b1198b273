package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Which messages subscriptions with filter policies get, and which policies there can be. */
class FilterPolicyTest extends SnsTest {
    private boolean arrives(Map<String, String> subscription, String message, Map<String, MessageAttributeValue> sent) {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribe(topic, "inbox", subscription);

        sns.publish(r -> r.topicArn(topic).message(message).messageAttributes(sent));

        return !receive(inbox).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":[\"x\"]}                                    | String       | x                | true",
                "{\"a\":[\"x\"]}                                    | String       | X                | false",
                "{\"a\":[{\"equals-ignore-case\":\"x\"}]}           | String       | X                | true",
                "{\"a\":[{\"prefix\":\"ab\"}]}                      | String       | abc              | true",
                "{\"a\":[{\"suffix\":\"bc\"}]}                      | String       | abc              | true",
                "{\"a\":[{\"wildcard\":\"a*c\"}]}                   | String       | abbbc            | true",
                "{\"a\":[{\"anything-but\":[\"x\",\"y\"]}]}         | String       | z                | true",
                "{\"a\":[{\"anything-but\":[\"x\",\"y\"]}]}         | String       | y                | false",
                "{\"a\":[{\"anything-but\":{\"prefix\":\"x\"}}]}    | String       | xy               | false",
                "{\"a\":[{\"exists\":true}]}                        | String       | x                | true",
                "{\"a\":[{\"exists\":false}]}                       | String       | x                | false",
                "{\"b\":[{\"exists\":false}]}                       | String       | x                | true",
                "{\"a\":[{\"numeric\":[\"=\",3.015e2]}]}            | Number       | 301.5            | true",
                "{\"a\":[{\"numeric\":[\">\",0,\"<=\",100]}]}       | Number       | 100              | true",
                "{\"a\":[{\"numeric\":[\">\",0,\"<=\",100]}]}       | Number       | 100.1            | false",
                "{\"a\":[{\"numeric\":[\"<\",10]}]}                 | String       | 5                | false",
                "{\"a\":[{\"cidr\":\"10.0.0.0/24\"}]}               | String       | 10.0.0.255       | true",
                "{\"a\":[{\"cidr\":\"10.0.0.0/24\"}]}               | String       | 10.0.1.0         | false",
                "{\"a\":[\"y\"]}                                    | String.Array | [\"x\",\"y\"]    | true",
                "{\"a\":[true]}                                     | String.Array | [true]           | true",
                "{\"a\":[\"x\"]}                                    | String.Array | not an array     | false",
                "{\"$or\":[{\"a\":[\"x\"]},{\"b\":[\"x\"]}]}        | String       | x                | true"
            })
    void attributesAreMatched(String policy, String type, String value, boolean arrives) {
        assertThat(arrives(Map.of("FilterPolicy", policy), "m", Map.of("a", PublishTest.text(type, value))))
                .isEqualTo(arrives);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"b\":[\"x\"]}}                 | {\"a\":{\"b\":\"x\"}}                            | true",
                "{\"a\":{\"b\":[\"x\"]}}                 | {\"a\":{\"b\":[\"w\",\"x\"]}}                    | true",
                "{\"a\":{\"b\":[\"x\"],\"c\":[1]}}       | {\"a\":[{\"b\":\"x\",\"c\":2},{\"b\":\"y\",\"c\":1}]} | false",
                "{\"a\":{\"b\":[\"x\"]}}                 | {\"a\":\"x\"}                                    | false",
                "{\"a\":[null]}                          | {\"a\":null}                                     | true",
                "{\"a\":[null]}                          | {}                                               | false",
                "{\"a\":[\"x\"]}                         | no JSON                                          | false",
                "{\"a\":[\"x\"]}                         | [\"x\"]                                          | false"
            })
    void bodiesAreMatched(String policy, String message, boolean arrives) {
        assertThat(arrives(Map.of("FilterPolicy", policy, "FilterPolicyScope", "MessageBody"), message, Map.of()))
                .isEqualTo(arrives);
    }

    private void assertPolicyRefused(String policy, String scope, String complaint) {
        String topic = topic("orders");

        assertInvalid(
                "Attributes Reason: " + complaint,
                () -> subscribe(topic, "inbox", Map.of("FilterPolicy", policy, "FilterPolicyScope", scope)));
    }

    static Stream<Arguments> badPolicies() {
        return Stream.of(
                Arguments.of(
                        "{\"key\":[]}",
                        "Empty arrays are not allowed\n at [Source: (String)\"{\"key\":[]}\"; line: 1, column: 10]"),
                Arguments.of(
                        "{\"key\": [{\"suffix\": 100}]}",
                        "suffix match pattern must be a string\n"
                                + " at [Source: (String)\"{\"key\":[{\"suffix\":100}]}\"; line: 1, column: 22]"),
                Arguments.of(
                        "{\"key\": [{\"numeric\": []}]}",
                        "Invalid member in numeric match: ]\n"
                                + " at [Source: (String)\"{\"key\":[{\"numeric\":[]}]}\"; line: 1, column: 22]"),
                Arguments.of("{\"key\": [{\"cidr\": \"bad\"}]}", "Malformed CIDR, one '/' required"));
    }

    @ParameterizedTest
    @MethodSource("badPolicies")
    void badPoliciesAreRefused(String policy, String complaint) {
        assertPolicyRefused(policy, "MessageAttributes", "FilterPolicy: " + complaint);
    }

    @Test
    void fiveKeysAndNotOneMore() {
        topic("orders");
        subscribe(topicArn("orders"), "five", Map.of("FilterPolicy", keys(5)));

        assertPolicyRefused(keys(6), "MessageAttributes", "FilterPolicy: Filter policy can not have more than 5 keys");
    }

    private static String keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"k" + i + "\":[\"v\"]")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @ParameterizedTest
    @CsvSource({"150, 1, MessageAttributes, true", "151, 1, MessageAttributes, false", "75, 2, MessageBody, true"})
    void combinationsAreBounded(int values, int depth, String scope, boolean taken) {
        String list = IntStream.range(0, values).mapToObj(i -> "\"v" + i + "\"").collect(Collectors.joining(","));
        String policy = depth == 1 ? "{\"k\":[" + list + "]}" : "{\"o\":{\"k\":[" + list + "]}}";
        if (taken) {
            subscribe(topic("orders"), "inbox", Map.of("FilterPolicy", policy, "FilterPolicyScope", scope));
        } else {
            assertPolicyRefused(policy, scope, "FilterPolicy: Filter policy is too complex");
        }
    }

    @Test
    void depthCounts() {
        String list = IntStream.range(0, 76).mapToObj(i -> "\"v" + i + "\"").collect(Collectors.joining(","));

        assertPolicyRefused(
                "{\"o\":{\"k\":[" + list + "]}}", "MessageBody", "FilterPolicy: Filter policy is too complex");
    }

    @Test
    void twoHundredPoliciesOfATopicAndNotOneMore() {
        String topic = topic("orders");
        for (int i = 0; i < 200; i++) {
            subscribe(topic, "q" + i, Map.of("FilterPolicy", "{\"a\":[\"x\"]}"));
        }

        assertRefused(
                "FilterPolicyLimitExceeded",
                403,
                "Filter policy limit exceeded",
                () -> subscribe(topic, "q200", Map.of("FilterPolicy", "{\"a\":[\"x\"]}")));
    }
}
