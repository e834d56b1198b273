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
                "{\"a\":[1]}                                        | String.Array | [1e999]          | false",
                "{\"a\":[1]}                                        | String.Array | [{\"b\":[-1e999]}] | false",
                "{\"$or\":[{\"a\":[\"x\"]},{\"b\":[\"x\"]}]}        | String       | x                | true",
                "{\"b\":[null,{\"anything-but\":\"x\"}]}          | String       | y                | false",
                "{\"a\":[{\"wildcard\":\"*/b/*.txt\"}]}           | String       | a/b/c.txt        | true",
                "{\"a\":[{\"wildcard\":\"*/b/*.txt\"}]}           | String       | a/c/c.txt        | false",
                "{\"a\":[{\"cidr\":\"2001:db8::/32\"}]}           | String       | 2001:db8::1      | true",
                "{\"a\":[{\"anything-but\":{\"suffix\":\"x\"}}]}    | String       | yx               | false",
                "{\"a\":[{\"anything-but\":{\"wildcard\":\"a*c\"}}]}| String       | abc              | false",
                "{\"a\":[{\"anything-but\":{\"equals-ignore-case\":\"X\"}}]} | String | x               | false"
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
                "{\"a\":{\"b\":[\"x\"],\"c\":[1]}}       | {\"a\":[{\"b\":\"x\",\"c\":2},{\"b\":\"y\",\"c\":1}]} |"
                        + " false",
                "{\"a\":{\"b\":[\"x\"]}}                 | {\"a\":\"x\"}                                    | false",
                "{\"d\":{\"$or\":[{\"v4\":[{\"cidr\":\"10.0.0.0/24\"}]},{\"v6\":[{\"cidr\":\"2001:db8::/64\"}]}]}} |"
                        + " {\"d\":{\"v6\":\"2001:0db8:0000:0000:0000:0000:0000:0007\"}} | true",
                "{\"d\":{\"$or\":[{\"v4\":[{\"cidr\":\"10.0.0.0/24\"}]},{\"v6\":[{\"cidr\":\"2001:db8::/64\"}]}]}} |"
                        + " {\"d\":{\"v4\":\"10.0.0.256\"}} | false",
                "{\"a\":[1,\"x\",true]}                  | {\"a\":[false,1.0]}                              | true",
                "{\"a\":[{\"exists\":false}]}            | {\"b\":1}                                        | true",
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

    /** What the matcher says of a policy, and where. */
    private static Arguments refused(String policy, String complaint, int column) {
        return Arguments.of(
                policy, complaint + "\n at [Source: (String)\"" + policy + "\"; line: 1, column: " + column + "]");
    }

    static Stream<Arguments> badPolicies() {
        return Stream.of(
                refused("{\"key\":[]}", "Empty arrays are not allowed", 10),
                refused("{\"key\":[{\"suffix\":7}]}", "suffix match pattern must be a string", 20),
                refused("{\"key\":[{\"suffix\":null}]}", "suffix match pattern must be a string", 23),
                refused("{\"key\":[{\"suffix\":[\"a\",\"b\"]}]}", "suffix match pattern must be a string", 20),
                refused("{\"key\":{\"suffix\":\"value\"}}", "\"suffix\" must be an object or an array", 19),
                refused("{\"key\":{\"unknown\":\"value\"}}", "\"unknown\" must be an object or an array", 20),
                refused("{\"key\":[{\"cidr\":[\"bad\"]}]}", "prefix match pattern must be a string", 18),
                refused("{\"key\":[{\"numeric\":[]}]}", "Invalid member in numeric match: ]", 22),
                refused("{\"key\":[{\"numeric\":[1,\"<\"]}]}", "Invalid member in numeric match: 1", 22),
                refused("{\"key\":[{\"numeric\":[\"over\"]}]}", "Unrecognized numeric range operator: over", 28),
                refused("{\"key\":[{\"numeric\":[\"=\",\"0\"]}]}", "Value of equals must be numeric", 26),
                refused("{\"key\":[{\"numeric\":[\">=\"]}]}", "Value of >= must be numeric", 26),
                refused("{\"key\":[{\"numeric\":[\"<\",10,\">\",1]}]}", "Too many elements in numeric expression", 29),
                refused("{\"key\":[{\"numeric\":[\">=\",5,\">\",6]}]}", "Bad numeric range operator: >", 31),
                refused("{\"key\":[{\"numeric\":[\">\",5,\"<\",2]}]}", "Bottom must be less than top", 33),
                refused("{\"key\":[{\"numeric\":[\">\",20,40]}]}", "Bad value in numeric range: 40", 30),
                refused(
                        "{\"key\":[{\"numeric\":[\">\",20,\"<\",30,\"<\",50]}]}",
                        "Too many terms in numeric range expression",
                        36),
                Arguments.of("{\"key\":[{\"cidr\":\"bad\"}]}", "Malformed CIDR, one '/' required"),
                Arguments.of("{\"key\":[{\"cidr\":\"10.0.0.0/x\"}]}", "Malformed CIDR, mask bits must be an integer"),
                Arguments.of("{\"key\":[{\"cidr\":\"ab.11.cd/8\"}]}", "Nonstandard IP address: ab.11.cd"),
                Arguments.of(
                        "broken",
                        "failed to parse JSON. Unrecognized token 'broken': was expecting (JSON String, Number, Array,"
                                + " Object or token 'null', 'true' or 'false')\n at [Source: REDACTED"
                                + " (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 7]"));
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
    void numbersHaveFiveDigitsAndTenToTheNinth() {
        String topic = topic("orders");
        subscribe(topic, "most", Map.of("FilterPolicy", "{\"a\":[{\"numeric\":[\"=\",1000000000]}]}"));
        subscribe(topic, "finest", Map.of("FilterPolicy", "{\"a\":[{\"numeric\":[\"=\",-0.00001]}]}"));

        assertPolicyRefused(
                "{\"a\":[{\"numeric\":[\"=\",1000000001]}]}",
                "MessageAttributes",
                "FilterPolicy: Value must be between -1.0E9 and 1.0E9, inclusive");
        assertPolicyRefused(
                "{\"a\":[{\"numeric\":[\"=\",0.000001]}]}",
                "MessageAttributes",
                "FilterPolicy: Only values upto 5 digits of accuracy after the decimal point are supported");
    }

    @Test
    void scopesMayChange() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        String arn = subscribe(topic, "inbox", Map.of("FilterPolicy", "{\"a\":[\"x\"]}"));

        assertInvalid(
                "Filter policy scope MessageAttributes does not support nested filter policy",
                () -> set(arn, "FilterPolicy", "{\"o\":{\"a\":[\"x\"]}}"));
        set(arn, "FilterPolicyScope", "MessageBody");
        set(arn, "FilterPolicy", "{\"o\":{\"a\":[\"x\"]}}");
        publish(topic, "{\"o\":{\"a\":\"x\"}}");
        assertThat(receive(inbox)).hasSize(1);
        set(arn, "FilterPolicy", "");
        assertThat(attributes(arn)).doesNotContainKeys("FilterPolicy", "FilterPolicyScope");
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
