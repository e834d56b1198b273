package io.vaportrail.metrics.widget;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.math.Queries;
import io.vaportrail.metrics.math.TimeSeries;
import io.vaportrail.model.cloudwatch.GetMetricWidgetImageInput;
import io.vaportrail.model.cloudwatch.GetMetricWidgetImageOutput;
import io.vaportrail.schema.Blob;
import java.util.ArrayList;
import java.util.List;

/**
 * GetMetricWidgetImage: a PNG of metrics.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricWidgetImage.html">GetMetricWidgetImage</a>
 */
public final class GetMetricWidgetImage implements Handler<GetMetricWidgetImageInput, GetMetricWidgetImageOutput> {
    private final Queries queries;
    private final EmulatorClock clock;

    /** The operation. */
    public GetMetricWidgetImage(Queries queries, EmulatorClock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public GetMetricWidgetImageOutput handle(GetMetricWidgetImageInput input, Call call) {
        String format = input.outputFormat();
        if ("image/png".equals(format)) {
            throw MetricErrors.notImplemented("pictures as the bare body of the answer (OutputFormat image/png)");
        }
        if (format != null && !format.equals("png")) {
            throw MetricErrors.validation("The value " + format + " for parameter OutputFormat is invalid.");
        }
        WidgetSpec spec = new WidgetReader(clock.millis()).read(input.metricWidget());
        String region = spec.region() == null ? call.region() : spec.region();
        List<Queries.Result> results = queries.results(
                call.accountId(), region, spec.queries(), spec.startMillis(), spec.endMillis(), spec.zone());
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Queries.Result result = results.get(i);
            WidgetSpec.Line line = spec.lines().get(i);
            if (!Boolean.FALSE.equals(result.query().returnData())) {
                for (TimeSeries series : result.series()) {
                    Integer colour = line.colour();
                    curves.add(
                            new Curve(series, colour == null ? Curve.palette(curves.size()) : colour, line.onRight()));
                }
            }
        }
        return GetMetricWidgetImageOutput.builder()
                .metricWidgetImage(Blob.ofOwned(Png.encode(Chart.draw(spec, curves))))
                .build();
    }
}
