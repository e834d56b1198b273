package io.vaportrail.metrics.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.metrics.MetricsFixture;
import io.vaportrail.metrics.math.TimeSeries;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    private static final String METRICS = "\"metrics\":[[\"Test\",\"m\"]]";

    private static Canvas draw(String json) {
        WidgetSpec spec = new WidgetReader(MetricsFixture.START).read(json);
        long now = MetricsFixture.START / 1000;
        TimeSeries series =
                new TimeSeries(null, "m", 60, new long[] {now - 1800, now - 1740, now - 600}, new double[] {5, 9, 2});
        return Chart.draw(spec, List.of(new Curve(series, 0x123456, false), new Curve(series, 0xabcdef, true)));
    }

    private static long pixels(Canvas canvas, int colour) {
        long count = 0;
        for (int y = 0; y < canvas.height(); y++) {
            for (int x = 0; x < canvas.width(); x++) {
                count += canvas.at(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeSeries", "bar", "pie"})
    void drawsEveryView(String view) throws IOException {
        Canvas canvas =
                draw("{" + METRICS + ",\"view\":\"" + view + "\",\"title\":\"Load\",\"width\":500,\"height\":300}");
        assertThat(pixels(canvas, 0x123456)).isGreaterThan(50);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(canvas)));
        assertThat(image.getWidth()).isEqualTo(500);
        assertThat(image.getHeight()).isEqualTo(300);
        for (int y = 0; y < 300; y += 7) {
            for (int x = 0; x < 500; x += 7) {
                assertThat(image.getRGB(x, y) & 0xffffff).isEqualTo(canvas.at(x, y));
            }
        }
    }

    @Test
    void drawsAnnotationsStacksAndLegends() {
        Canvas canvas = draw("{" + METRICS + ",\"stacked\":true,\"theme\":\"dark\",\"legend\":{\"position\":\"right\"},"
                + "\"yAxis\":{\"left\":{\"min\":0,\"max\":100,\"label\":\"Load\"}},\"annotations\":{\"horizontal\":"
                + "[{\"value\":50,\"label\":\"limit\",\"color\":\"#ff0000\"}],\"vertical\":[{\"value\":"
                + "\"2026-03-02T11:00:00Z\",\"label\":\"deploy\",\"color\":\"#00ff00\"}]}}");
        assertThat(pixels(canvas, 0xff0000)).isGreaterThan(500);
        assertThat(pixels(canvas, 0x00ff00)).isGreaterThan(200);
        assertThat(canvas.at(0, 0)).isEqualTo(0x1b1f24);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"horizontal\":[[{\"value\":20,\"color\":\"#ff0000\"},{\"value\":60,\"label\":\"to\"}]]",
                "\"horizontal\":[{\"value\":50,\"color\":\"#ff0000\",\"fill\":\"above\"}]",
                "\"horizontal\":[{\"value\":50,\"color\":\"#ff0000\",\"fill\":\"below\"}]",
                "\"vertical\":[[{\"value\":\"2026-03-02T11:00:00Z\",\"color\":\"#ff0000\"},{\"value\":\"2026-03-02T13:00:00Z\"}]]",
                "\"vertical\":[{\"value\":\"2026-03-02T11:00:00Z\",\"color\":\"#ff0000\",\"fill\":\"before\"}]",
                "\"vertical\":[{\"value\":\"2026-03-02T11:00:00Z\",\"color\":\"#ff0000\",\"fill\":\"after\"}]",
                "\"vertical\":[{\"value\":\"2020-03-02T11:00:00Z\",\"color\":\"#ff0000\",\"fill\":\"after\"}]"
            })
    void shadesBandsAndSides(String annotation) {
        String shown =
                "{" + METRICS + ",\"start\":\"-PT6H\",\"yAxis\":{\"left\":{\"min\":0,\"max\":100}},\"annotations\":{";

        assertThat(pixels(draw(shown + annotation + "}}"), 0xffd9d9)).isGreaterThan(5000);
        assertThat(pixels(
                        draw(shown + annotation.replace("\"color\"", "\"visible\":false,\"color\"") + "}}"), 0xffd9d9))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 40, 2000})
    void drawsAtAnySize(int size) {
        for (String view : List.of("timeSeries", "bar", "pie")) {
            Canvas canvas = draw("{" + METRICS + ",\"view\":\"" + view + "\",\"width\":" + size + ",\"height\":" + size
                    + ",\"title\":\"A title that is longer than the picture is wide\"}");
            assertThat(Png.encode(canvas).length).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"metrics\":[]}",
                "{\"metrics\":[\"x\"]}",
                "{\"metrics\":[[\"x\"]]}",
                "{\"metrics\":[[\"...\"]]}",
                "{\"metrics\":[[\".\",\".\"]]}",
                "{\"metrics\":[[\"a\",\"b\"]],\"width\":0}",
                "{\"metrics\":[[\"a\",\"b\"]],\"height\":2001}",
                "{\"metrics\":[[\"a\",\"b\"]],\"start\":\"yesterday\"}",
                "{\"metrics\":[[\"a\",\"b\"]],\"start\":\"PT1H\"}",
                "{\"metrics\":[[\"a\",\"b\"]],\"view\":\"gauge\"}",
                "{\"metrics\":[[\"a\",\"b\",{\"color\":\"red\"}]]}",
                "{\"metrics\":[[\"a\",\"b\"]],\"timezone\":\"Mars\"}",
                "{\"metrics\":[[\"a\",\"b\"]],\"annotations\":{\"horizontal\":[{}]}}",
                "{\"metrics\":[[\"a\",\"b\"]],\"annotations\":{\"horizontal\":[null]}}",
                "{\"metrics\":[[\"a\",\"b\"]],\"annotations\":{\"horizontal\":[[{\"value\":1}]]}}",
                "{\"metrics\":[[\"a\",\"b\"]],\"annotations\":{\"horizontal\":[[{\"value\":1},{}]]}}",
                "{\"metrics\":[[\"a\",\"b\"]],\"annotations\":{\"vertical\":[{\"value\":\"noon\"}]}}",
                "{\"metrics\":[null]}",
                "{\"metrics\":[[null,\"b\"]]}"
            })
    void refusesWhatIsNoWidget(String json) {
        assertThatThrownBy(() -> new WidgetReader(MetricsFixture.START).read(json))
                .hasMessageStartingWith("The parameter MetricWidget is invalid: ");
    }

    @Test
    void repeatsByDots() {
        WidgetSpec spec = new WidgetReader(MetricsFixture.START)
                .read(
                        "{\"metrics\":[[\"N\",\"A\",\"D1\",\"x\",\"D2\",\"y\"],[\".\",\"B\",\".\",\".\",\".\",\"z\"],[\"...\",\"w\"],"
                                + "[{\"expression\":\"w0+w1\",\"id\":\"e\"}]]}");
        assertThat(spec.queries().get(2).metricStat()).isNotNull().satisfies(stat -> {
            assertThat(stat.metric().metricName()).isEqualTo("B");
            assertThat(stat.metric().dimensions())
                    .extracting(d -> d.name() + "=" + d.value())
                    .containsExactly("D1=x", "D2=w");
        });
        assertThat(spec.queries().get(3).expression()).isEqualTo("w0+w1");
    }
}
