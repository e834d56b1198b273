package io.vaportrail.conformance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;

@EmulatorTest
class DashboardTest {
    private static final String BODY = """
            {"widgets":[{"type":"metric","x":0,"y":0,"width":6,"height":6,"properties":{"metrics":[["Shop","Latency"]],\
            "region":"us-east-1"}},{"type":"text","properties":{"markdown":"# Hello"}}]}""";

    private final TestEmulator emulator;
    private final CloudWatchClient cloudWatch;

    DashboardTest(TestEmulator emulator) {
        this.emulator = emulator;
        this.cloudWatch = emulator.clients().cloudWatch("test");
    }

    @Test
    void keepsDashboards() {
        cloudWatch.putDashboard(r -> r.dashboardName("shop").dashboardBody(BODY));
        cloudWatch.putDashboard(r -> r.dashboardName("other").dashboardBody("{\"widgets\":[]}"));

        assertThat(cloudWatch.getDashboard(r -> r.dashboardName("shop"))).satisfies(found -> {
            assertThat(found.dashboardBody()).isEqualTo(BODY);
            assertThat(found.dashboardArn()).isEqualTo("arn:aws:cloudwatch::000000000000:dashboard/shop");
        });
        assertThat(cloudWatch.listDashboards().dashboardEntries())
                .extracting(DashboardEntry::dashboardName)
                .containsExactly("other", "shop");
        assertThat(cloudWatch.listDashboards(r -> r.dashboardNamePrefix("sh")).dashboardEntries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.size()).isEqualTo(BODY.length());
                    assertThat(entry.lastModified()).isEqualTo(emulator.now());
                });
        assertThatThrownBy(() -> cloudWatch.deleteDashboards(r -> r.dashboardNames("shop", "none")))
                .isInstanceOf(DashboardNotFoundErrorException.class);
        cloudWatch.deleteDashboards(r -> r.dashboardNames("shop", "other"));
        assertThat(cloudWatch.listDashboards().dashboardEntries()).isEmpty();
        assertThatThrownBy(() -> cloudWatch.getDashboard(r -> r.dashboardName("shop")))
                .isInstanceOf(DashboardNotFoundErrorException.class);
    }

    @Test
    void saysWhatIsWrongWithABody() {
        assertThatThrownBy(() ->
                        cloudWatch.putDashboard(r -> r.dashboardName("a b").dashboardBody(BODY)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining(
                        "The value for field DashboardName contains invalid characters. It can only contain"
                                + " alphanumerics, dash (-) and underscore (_).");
        DashboardInvalidInputErrorException wrong = catchThrowableOfType(
                DashboardInvalidInputErrorException.class,
                () -> cloudWatch.putDashboard(
                        r -> r.dashboardName("a")
                                .dashboardBody(
                                        "{\"widgets\":[{\"type\":\"metric\",\"width\":25,\"properties\":{}},{\"type\":\"x\"}]}")));

        assertThat(wrong.dashboardValidationMessages())
                .extracting(DashboardValidationMessage::dataPath, DashboardValidationMessage::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/widgets/0/width", "Should be <= 24"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/widgets/0/properties", "Should have required property 'metrics'"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/widgets/0/properties",
                                "The metric widget should have specified a region and a data source or an alarm annotation"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/widgets/0/properties", "Should have required property 'annotations'"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/widgets/1/type", "Should be equal to one of the allowed values"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/widgets/1", "Should have required property 'properties'"));
        assertThat(wrong.getMessage()).contains("The dashboard body is invalid, there are 6 validation errors:");
        assertThatThrownBy(
                        () -> cloudWatch.putDashboard(r -> r.dashboardName("a").dashboardBody("no")))
                .isInstanceOf(DashboardInvalidInputErrorException.class)
                .hasMessageContaining("The field DashboardBody must be a valid JSON object");
    }

    @Test
    void drawsWidgets() {
        cloudWatch.putMetricData(
                r -> r.namespace("Shop").metricData(m -> m.metricName("Latency").value(3.0)));
        byte[] image = cloudWatch
                .getMetricWidgetImage(
                        r -> r.metricWidget("{\"metrics\":[[\"Shop\",\"Latency\"]],\"width\":320,\"height\":200}"))
                .metricWidgetImage()
                .asByteArray();

        assertThat(new String(image, 1, 3, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PNG");
        assertThat(image.length).isGreaterThan(500);
        assertThatThrownBy(() -> cloudWatch.getMetricWidgetImage(r -> r.metricWidget("{}")))
                .hasMessageContaining("The parameter MetricWidget is invalid");
    }
}
