package io.vaportrail.conformance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** JSON and query, as older SDKs and the CLI speak. */
@EmulatorTest
class MetricsWireTest {
    private final TestEmulator emulator;
    private final Wire wire;

    MetricsWireTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.wire = new Wire(emulator.endpoint());
    }

    private HttpResponse<String> json(String operation, byte[] body, boolean gzip) {
        var request = wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
                .POST(BodyPublishers.ofByteArray(body));
        return wire.send(gzip ? request.header("Content-Encoding", "gzip") : request);
    }

    private HttpResponse<String> json(String operation, String body) {
        return json(operation, body.getBytes(StandardCharsets.UTF_8), false);
    }

    private HttpResponse<String> query(String action, String... parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", action);
        form.put("Version", "2010-08-01");
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        return wire.form("/", form);
    }

    @Test
    void speaksJson() throws IOException {
        assertThat(json("PutMetricData", "{\"Namespace\":\"J\",\"MetricData\":[{\"MetricName\":\"m\",\"Value\":4.5}]}")
                        .statusCode())
                .isEqualTo(200);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"Namespace\":\"J\",\"MetricData\":[{\"MetricName\":\"m\",\"Value\":5.5}]}"
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(json("PutMetricData", packed.toByteArray(), true).statusCode())
                .isEqualTo(200);
        long now = emulator.now().getEpochSecond();
        HttpResponse<String> data = json(
                "GetMetricData",
                "{\"StartTime\":" + (now - 300) + ",\"EndTime\":" + (now + 60)
                        + ",\"MetricDataQueries\":[{\"Id\":\"a\","
                        + "\"MetricStat\":{\"Metric\":{\"Namespace\":\"J\",\"MetricName\":\"m\"},\"Period\":60,"
                        + "\"Stat\":\"Sum\"}}]}");

        assertThat(data.body())
                .contains("\"Id\":\"a\",\"Label\":\"m\"")
                .contains("\"Values\":[10.0]")
                .contains("\"StatusCode\":\"Complete\"")
                .contains("\"Messages\":[]");
    }

    @Test
    void speaksQuery() {
        HttpResponse<String> put = query(
                "PutMetricData",
                "Namespace",
                "Q",
                "MetricData.member.1.MetricName",
                "m",
                "MetricData.member.1.Values.member.1",
                "1",
                "MetricData.member.1.Values.member.2",
                "10",
                "MetricData.member.1.Counts.member.1",
                "2",
                "MetricData.member.1.Counts.member.2",
                "4",
                "MetricData.member.1.Dimensions.member.1.Name",
                "Host",
                "MetricData.member.1.Dimensions.member.1.Value",
                "a");
        assertThat(put.body())
                .startsWith("<PutMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">");
        assertThat(query("ListMetrics", "Namespace", "Q").body())
                .contains("<Dimensions><member><Name>Host</Name><Value>a</Value></member></Dimensions>");
        HttpResponse<String> statistics = query(
                "GetMetricStatistics",
                "Namespace",
                "Q",
                "MetricName",
                "m",
                "Dimensions.member.1.Name",
                "Host",
                "Dimensions.member.1.Value",
                "a",
                "StartTime",
                emulator.now().minusSeconds(300).toString(),
                "EndTime",
                emulator.now().plusSeconds(60).toString(),
                "Period",
                "60",
                "Statistics.member.1",
                "Sum",
                "ExtendedStatistics.member.1",
                "p50");
        assertThat(statistics.body()).contains("<Sum>42.0</Sum>", "<key>p50</key><value>10.0</value>");
    }

    @Test
    void wordsErrorsAsTheOldestOperationsDo() {
        assertThat(query("PutMetricData").body())
                .contains("<Code>MissingParameter</Code><Message>The parameter Namespace is required.</Message>");
        assertThat(query(
                                "PutMetricData",
                                "Namespace",
                                "Q",
                                "MetricData.member.1.MetricName",
                                "m",
                                "MetricData.member.1.Value",
                                "1",
                                "MetricData.member.1.Unit",
                                "Parsecs")
                        .body())
                .contains("<Code>InvalidParameterValue</Code>")
                .contains("The parameter MetricData.member.1.Unit must be a value in the set [ Seconds, Microseconds,");
        assertThat(json("PutMetricData", "{\"Namespace\":\"J\",\"MetricData\":[{\"Value\":4.5}]}")
                        .body())
                .contains("The parameter MetricData.member.1.MetricName is required.");
    }

    @Test
    void refusesBodiesOverAMegabyte() {
        HttpResponse<String> answer = json("PutMetricData", "{\"Namespace\":\"J\"" + " ".repeat(1 << 20) + "}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("RequestEntityTooLarge");
    }
}
