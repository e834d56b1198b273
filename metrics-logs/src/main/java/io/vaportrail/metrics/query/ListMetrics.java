package io.vaportrail.metrics.query;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.metrics.Dimensions;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.store.Series;
import io.vaportrail.model.cloudwatch.DimensionFilter;
import io.vaportrail.model.cloudwatch.ListMetricsInput;
import io.vaportrail.model.cloudwatch.ListMetricsOutput;
import io.vaportrail.model.cloudwatch.Metric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ListMetrics: the metrics that have had values within two weeks, by namespace and name.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html">ListMetrics</a>
 */
public final class ListMetrics implements Handler<ListMetricsInput, ListMetricsOutput> {
    private final StoreReader reader;

    /** The operation. */
    public ListMetrics(StoreReader reader) {
        this.reader = reader;
    }

    @Override
    public ListMetricsOutput handle(ListMetricsInput input, Call call) {
        refuseOtherAccounts(input, call);
        reader.lookAtGauges();
        long now = reader.nowMillis();
        long span = input.recentlyActive() == null ? MetricLimits.LISTED_MILLIS : MetricLimits.RECENT_MILLIS;
        String request = input.namespace() + "\n" + input.metricName() + "\n" + input.dimensions() + "\n"
                + input.recentlyActive();
        int skip = PageToken.offset(input.nextToken(), request, MetricErrors::invalidValue);
        List<Metric> page = new ArrayList<>();
        int found = 0;
        boolean more = false;
        for (Series series : reader.metrics(call.accountId(), call.region())) {
            if (series.lastReported() < now - span || !matches(series.id(), input)) {
                continue;
            }
            more = page.size() == MetricLimits.LISTED_METRICS;
            if (more) {
                break;
            }
            if (found++ >= skip) {
                page.add(shown(series.id()));
            }
        }
        ListMetricsOutput.Builder output = ListMetricsOutput.builder().metrics(page);
        return more
                ? output.nextToken(PageToken.of(skip + page.size(), request)).build()
                : output.build();
    }

    private static void refuseOtherAccounts(ListMetricsInput input, Call call) {
        boolean other = input.owningAccount() != null && !input.owningAccount().equals(call.accountId());
        if (Boolean.TRUE.equals(input.includeLinkedAccounts()) || other) {
            throw MetricErrors.notImplemented("cross-account observability (IncludeLinkedAccounts, OwningAccount)");
        }
    }

    private static boolean matches(MetricId id, ListMetricsInput input) {
        if (input.namespace() != null && !input.namespace().equals(id.namespace())
                || input.metricName() != null && !input.metricName().equals(id.metricName())) {
            return false;
        }
        List<DimensionFilter> filters = input.dimensions();
        if (filters != null) {
            for (DimensionFilter filter : filters) {
                if (!has(id, filter.name(), filter.value())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean has(MetricId id, String name, @Nullable String value) {
        for (MetricDimension dimension : id.dimensions()) {
            if (dimension.name().equals(name)
                    && (value == null || dimension.value().equals(value))) {
                return true;
            }
        }
        return false;
    }

    private static Metric shown(MetricId id) {
        return Metric.builder()
                .namespace(id.namespace())
                .metricName(id.metricName())
                .dimensions(Dimensions.toModel(id.dimensions()))
                .build();
    }
}
