package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetTransformerResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.Processor;

/** Log transformers: the rules that they follow, the operations, and what filters see of them. */
class TransformerTest extends TransformerCalls {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "{\"parseJSON\":{}} => plain",
                "{\"parseJSON\":{}} => [1]",
                "{\"parseVPC\":{}} => 2 123",
                "{\"parseRoute53\":{}} => 1.0",
                "{\"parseCloudfront\":{}} => #Version: 1.0",
                "{\"parsePostgres\":{}} => nothing",
                "{\"parseWAF\":{}} => nothing",
                "{\"csv\":{}} => a,\"b",
                "{\"grok\":{\"match\":\"%{INT:n}\"}} => 12 and more",
                "{\"parseJSON\":{}},{\"csv\":{\"source\":\"none\"}} => {\"a\":1}",
            })
    void leaveEventsThatCannotBeTransformed(String processors, String message) {
        assertThat(transformed(processors, message)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"parseJSON\":{},\"csv\":{}}",
                "{\"deleteKeys\":{\"withKeys\":[\"a\"]}}",
                "{\"parseJSON\":{\"source\":\"a\"}}",
                "{\"parseVPC\":{\"source\":\"a\"}}",
                "{\"parseJSON\":{}},{\"parseVPC\":{}}",
                "{\"parseJSON\":{}},{\"parseJSON\":{}},{\"parseJSON\":{}},{\"csv\":{}},{\"csv\":{}},{\"csv\":{}}",
                "{\"parseJSON\":{\"destination\":\"a.b.c.d\"}}",
                "{\"parseJSON\":{\"destination\":\"a..b\"}}",
                "{\"csv\":{\"delimiter\":\"ab\"}}",
                "{\"csv\":{\"delimiter\":\"\\\"\"}}",
                "{\"grok\":{\"match\":\"no pattern\"}}",
                "{\"grok\":{\"match\":\"%{NOSUCH:x}\"}}",
                "{\"grok\":{\"match\":\"%{INT:x:int}\"}}",
                "{\"grok\":{\"match\":\"%{INT:x\"}}",
                "{\"grok\":{\"match\":\"%{DATA} %{DATA} %{DATA} %{SPACE} %{SPACE} %{URI}\"}}",
                "{\"grok\":{\"match\":\"%{GREEDYDATA:m} %{SYSLOG5424}\"}}",
                "{\"grok\":{\"match\":\"%{NGINX_ACCESS_LOG} %{NUMBER:num}\"}}",
                "{\"parseJSON\":{}},{\"addKeys\":{\"entries\":[{\"key\":\"a\",\"value\":\"b\"}]}},"
                        + "{\"addKeys\":{\"entries\":[{\"key\":\"a\",\"value\":\"b\"}]}}",
                "{\"parseJSON\":{}},{\"listToMap\":{\"source\":\"a\",\"key\":\"k\",\"flatten\":true}}",
                "{\"parseJSON\":{}},{\"substituteString\":{\"entries\":[{\"source\":\"a\",\"from\":\"(\",\"to\":\"b\"}]}}",
                "{\"parseJSON\":{}},{\"substituteString\":{\"entries\":[{\"source\":\"a\","
                        + "\"from\":\"(((a{1,1000}){1,1000}){1,1000})\",\"to\":\"b\"}]}}",
                "{\"parseJSON\":{}},{\"substituteString\":{\"entries\":[{\"source\":\"a\",\"from\":\"a\",\"to\":\"$1\"}]}}",
                "{\"parseJSON\":{}},{\"substituteString\":{\"entries\":[{\"source\":\"a\",\"from\":\"(a)\",\"to\":\"$1$1$1\"}]}}",
                "{\"parseJSON\":{}},{\"dateTimeConverter\":{\"source\":\"a\",\"target\":\"b\",\"matchPatterns\":[\"{\"]}}",
                "{\"parseJSON\":{}},{\"dateTimeConverter\":{\"source\":\"a\",\"target\":\"b\",\"matchPatterns\":[\"yyyy\"],"
                        + "\"sourceTimezone\":\"Mars/North\"}}",
            })
    void areRefusedWhenTheyBreakTheRules(String processors) {
        assertThat(test(processors, "x"))
                .as("%s", processors)
                .extractingByKey("__type")
                .asString()
                .contains("InvalidParameterException");
    }

    @Test
    void ofOtherSchemasAreNotImplemented() {
        assertThat(test(
                        "{\"parseToOCSF\":{\"eventSource\":\"CloudTrail\",\"ocsfVersion\":\"V1.1\",\"mappingVersion\":\"1.0\"}}",
                        "x"))
                .extractingByKey("__type")
                .asString()
                .contains("NotImplemented");
    }

    @Test
    void arePutReadAndDeleted() {
        groupAndStream();
        assertThat(logs.getTransformer(r -> r.logGroupIdentifier(GROUP)).transformerConfig())
                .isEmpty();
        logs.putTransformer(r -> r.logGroupIdentifier(GROUP).transformerConfig(p -> p.parseJSON(json -> {})));
        long made = now();
        emulator.advanceSeconds(5);
        Processor trim = Processor.builder().trimString(t -> t.withKeys("a")).build();
        Processor json = Processor.builder().parseJSON(p -> {}).build();
        logs.putTransformer(r -> r.logGroupIdentifier(groupArn(GROUP)).transformerConfig(json, trim));

        GetTransformerResponse found = logs.getTransformer(r -> r.logGroupIdentifier(GROUP));
        assertThat(found.transformerConfig()).containsExactly(json, trim);
        assertThat(found.logGroupIdentifier()).isEqualTo(groupArn(GROUP));
        assertThat(found.creationTime()).isEqualTo(made);
        assertThat(found.lastModifiedTime()).isEqualTo(now());
        logs.deleteTransformer(r -> r.logGroupIdentifier(GROUP));
        assertRefused(
                "ResourceNotFoundException",
                "The specified log group has no transformer.",
                () -> logs.deleteTransformer(r -> r.logGroupIdentifier(GROUP)));
        logs.createLogGroup(r -> r.logGroupName("rare").logGroupClass("INFREQUENT_ACCESS"));
        assertRefused(
                "InvalidOperationException",
                "The operation is not supported for log groups of class INFREQUENT_ACCESS.",
                () -> logs.putTransformer(
                        r -> r.logGroupIdentifier("rare").transformerConfig(p -> p.parseJSON(j -> {}))));
    }

    @Test
    void changeWhatFiltersSeeThatWantIt() throws IOException, InterruptedException {
        groupAndStream();
        logs.putTransformer(r -> r.logGroupIdentifier(GROUP)
                .transformerConfig(
                        p -> p.csv(csv -> csv.columns("user", "size")),
                        p -> p.typeConverter(t -> t.entries(e -> e.key("size").type("integer")))));
        for (boolean transformed : new boolean[] {true, false}) {
            logs.putMetricFilter(r -> r.logGroupName(GROUP)
                    .filterName("f" + transformed)
                    .filterPattern(transformed ? "{ $.user = sarah }" : "sarah")
                    .applyOnTransformedLogs(transformed)
                    .metricTransformations(MetricTransformation.builder()
                            .metricNamespace("App")
                            .metricName("M" + transformed)
                            .metricValue(transformed ? "$.size" : "1")
                            .build()));
        }
        logs.putSubscriptionFilter(r -> r.logGroupName(GROUP)
                .filterName("s")
                .filterPattern("{ $.size > 10 }")
                .applyOnTransformedLogs(true)
                .destinationArn("arn:aws:lambda:us-east-1:" + ACCOUNT + ":function:f"));
        putNow("sarah,20", "tom,30", "sarah,5", "sarah,\"open");

        assertThat(sum("App", "Mtrue")).isEqualTo(25);
        assertThat(sum("App", "Mfalse")).isEqualTo(3);
        assertThat(sum("AWS/Logs", "TransformedLogEvents")).isEqualTo(3);
        assertThat(sum("AWS/Logs", "TransformationErrors")).isEqualTo(1);
        assertThat(messages()).containsExactly("sarah,20", "tom,30", "sarah,5", "sarah,\"open");
        String undelivered = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/_vaportrail/logs/undelivered"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(undelivered)
                .contains("{\\\"user\\\":\\\"sarah\\\",\\\"size\\\":20}")
                .contains("{\\\"user\\\":\\\"tom\\\",\\\"size\\\":30}")
                .doesNotContain("open");
    }

    private double sum(String namespace, String name) {
        CloudWatchClient metrics = emulator.clients().cloudWatch("app");
        return metrics
                .getMetricStatistics(r -> {
                    r.namespace(namespace)
                            .metricName(name)
                            .period(3600)
                            .statistics(Statistic.SUM)
                            .startTime(emulator.now().minusSeconds(7200))
                            .endTime(emulator.now().plusSeconds(3600));
                    if (namespace.equals("AWS/Logs")) {
                        r.dimensions(d -> d.name("LogGroupName").value(GROUP));
                    }
                })
                .datapoints()
                .stream()
                .mapToDouble(point -> point.sum())
                .sum();
    }
}
