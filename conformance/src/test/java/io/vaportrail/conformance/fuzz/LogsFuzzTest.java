package io.vaportrail.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Spoiled requests for the operations of CloudWatch Logs: none is answered with a status of 500 or above but 501. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
class LogsFuzzTest extends FuzzTest {
    private static final String GROUP = "\"logGroupName\":\"g\"";
    private static final String ARN = "arn:aws:logs:us-east-1:000000000000:log-group:g";
    private static final String POLICY = "\"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":"
            + "{\\\"Service\\\":\\\"a.amazonaws.com\\\"},\\\"Action\\\":\\\"logs:*\\\",\\\"Resource\\\":\\\"*\\\"}]}\"";

    private final List<Map.Entry<String, String>> bodies = new ArrayList<>();

    @BeforeProperty
    void prepare() {
        emulator().restart();
        assertThat(status("CreateLogGroup", "{" + GROUP + "}")).isEqualTo(200);
        assertThat(status("CreateLogStream", "{" + GROUP + ",\"logStreamName\":\"s\"}"))
                .isEqualTo(200);
        bodies.addAll(templates(emulator().now().toEpochMilli()).entrySet());
    }

    private static Map<String, String> templates(long now) {
        Map<String, String> bodies = new LinkedHashMap<>();
        String stream = GROUP + ",\"logStreamName\":\"s\"";
        bodies.put(
                "CreateLogGroup", "{\"logGroupName\":\"new\",\"tags\":{\"a\":\"b\"},\"logGroupClass\":\"STANDARD\"}");
        bodies.put("CreateLogStream", "{" + GROUP + ",\"logStreamName\":\"new\"}");
        bodies.put(
                "PutLogEvents",
                "{" + stream + ",\"logEvents\":[{\"timestamp\":" + now + ",\"message\":\"a\"}," + "{\"timestamp\":"
                        + now
                        + ",\"message\":\"{\\\"_aws\\\":{\\\"Timestamp\\\":1,\\\"CloudWatchMetrics\\\":[]}}\"}]}");
        bodies.put("GetLogEvents", "{" + stream + ",\"limit\":5,\"startTime\":0,\"endTime\":" + now + "}");
        bodies.put("FilterLogEvents", "{" + GROUP + ",\"filterPattern\":\"{ $.a.b[0] = %x% || $.c IS NULL }\"}");
        bodies.put("DescribeLogGroups", "{\"logGroupNamePrefix\":\"g\",\"limit\":5}");
        bodies.put("DescribeLogStreams", "{" + GROUP + ",\"orderBy\":\"LastEventTime\",\"descending\":true}");
        bodies.put("ListLogGroups", "{\"logGroupNamePattern\":\"^abc|def\"}");
        bodies.put("PutRetentionPolicy", "{" + GROUP + ",\"retentionInDays\":7}");
        bodies.put("TagResource", "{\"resourceArn\":\"" + ARN + "\",\"tags\":{\"k\":\"v\"}}");
        bodies.put("UntagResource", "{\"resourceArn\":\"" + ARN + "\",\"tagKeys\":[\"k\"]}");
        bodies.put(
                "PutMetricFilter",
                "{" + GROUP + ",\"filterName\":\"f\",\"filterPattern\":\"[a, ..., b > 1]\","
                        + "\"metricTransformations\":[{\"metricName\":\"M\",\"metricNamespace\":\"N\",\"metricValue\":\"$b\","
                        + "\"dimensions\":{\"D\":\"$a\"}}]}");
        bodies.put("DescribeMetricFilters", "{" + GROUP + ",\"filterNamePrefix\":\"f\"}");
        bodies.put("TestMetricFilter", "{\"filterPattern\":\"?a -b \\\"c d\\\"\",\"logEventMessages\":[\"a c d\"]}");
        bodies.put(
                "PutSubscriptionFilter",
                "{" + GROUP + ",\"filterName\":\"f\",\"filterPattern\":\"\","
                        + "\"destinationArn\":\"arn:aws:lambda:us-east-1:000000000000:function:f\"}");
        bodies.put(
                "PutDestination",
                "{\"destinationName\":\"d\",\"targetArn\":\"arn:aws:kinesis:us-east-1:000000000000:stream/s\","
                        + "\"roleArn\":\"arn:aws:iam::000000000000:role/r\"}");
        bodies.put("PutResourcePolicy", "{\"policyName\":\"p\",\"policyDocument\":" + POLICY + "}");
        bodies.put(
                "PutAccountPolicy",
                "{\"policyName\":\"p\",\"policyType\":\"SUBSCRIPTION_FILTER_POLICY\",\"policyDocument\":"
                        + "\"{\\\"DestinationArn\\\":\\\"arn:aws:lambda:us-east-1:000000000000:function:f\\\"}\","
                        + "\"selectionCriteria\":\"LogGroupName NOT IN [\\\"a\\\"]\"}");
        bodies.put(
                "PutDataProtectionPolicy",
                "{\"logGroupIdentifier\":\"g\",\"policyDocument\":\"{\\\"Statement\\\":[{},{}]}\"}");
        bodies.put("PutQueryDefinition", "{\"name\":\"q\",\"queryString\":\"fields @message\"}");
        bodies.put("CreateExportTask", "{" + GROUP + ",\"from\":0,\"to\":5,\"destination\":\"bucket\"}");
        return bodies;
    }

    @Example
    void takesTheTemplatesAsTheyAre() {
        for (Map.Entry<String, String> body : bodies) {
            assertThat(status(body.getKey(), body.getValue())).as(body.getKey()).isLessThan(500);
        }
    }

    @Property(tries = 2000)
    void answersSpoiledJson(@ForAll long seed) throws Exception {
        Mutator mutator = new Mutator(seed);
        Map.Entry<String, String> body = mutator.pick(bodies);

        byte[] spoiled = mutator.json(body.getValue());
        assertTold(status(body.getKey(), spoiled), body.getKey(), spoiled);
    }

    private static int status(String operation, String body) {
        return status(operation, body.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String operation, byte[] body) {
        return status("Logs_20140328." + operation, "application/x-amz-json-1.1", "logs", body);
    }
}
