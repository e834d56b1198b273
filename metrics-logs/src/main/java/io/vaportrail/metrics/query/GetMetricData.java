package io.vaportrail.metrics.query;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.math.Queries;
import io.vaportrail.model.cloudwatch.GetMetricDataInput;
import io.vaportrail.model.cloudwatch.GetMetricDataOutput;
import io.vaportrail.model.cloudwatch.InvalidNextToken;
import io.vaportrail.model.cloudwatch.LabelOptions;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.ScanBy;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GetMetricData: metrics and expressions over them, in pages.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">GetMetricData</a>
 */
public final class GetMetricData implements Handler<GetMetricDataInput, GetMetricDataOutput> {
    private final Queries queries;

    /** The operation. */
    public GetMetricData(Queries queries) {
        this.queries = queries;
    }

    @Override
    public GetMetricDataOutput handle(GetMetricDataInput input, Call call) {
        check(input, call);
        List<Queries.Result> results = queries.results(
                call.accountId(),
                call.region(),
                input.metricDataQueries(),
                input.startTime().toEpochMilli(),
                input.endTime().toEpochMilli(),
                zone(input.labelOptions()));
        String request =
                input.startTime() + "\n" + input.endTime() + "\n" + input.scanBy() + "\n" + input.metricDataQueries();
        int skip = PageToken.offset(input.nextToken(), request, InvalidNextToken::of);
        int size = input.maxDatapoints() == null
                ? MetricLimits.DATA_DATAPOINTS
                : Math.min(input.maxDatapoints(), MetricLimits.DATA_DATAPOINTS);
        boolean ascending = ScanBy.TIMESTAMP_ASCENDING.equals(input.scanBy());
        DataPage page = new DataPage(results, ascending, skip, size);
        GetMetricDataOutput.Builder output =
                GetMetricDataOutput.builder().metricDataResults(page.results()).messages(List.of());
        return page.hasMore()
                ? output.nextToken(PageToken.of(skip + size, request)).build()
                : output.build();
    }

    private static void check(GetMetricDataInput input, Call call) {
        if (input.startTime().equals(input.endTime())) {
            throw MetricErrors.validation("The parameter StartTime must not equal parameter EndTime.");
        }
        if (input.startTime().isAfter(input.endTime())) {
            throw MetricErrors.validation("The parameter StartTime must be less than the parameter EndTime.");
        }
        if (input.maxDatapoints() != null && input.maxDatapoints() < 1) {
            throw MetricErrors.validation(
                    "The value " + input.maxDatapoints() + " for parameter MaxDatapoints is invalid.");
        }
        for (MetricDataQuery query : input.metricDataQueries()) {
            if (query.accountId() != null && !query.accountId().equals(call.accountId())) {
                throw MetricErrors.notImplemented("cross-account observability (AccountId of a MetricDataQuery)");
            }
        }
    }

    private static ZoneOffset zone(@Nullable LabelOptions options) {
        String text = options == null ? null : options.timezone();
        if (text == null) {
            return ZoneOffset.UTC;
        }
        try {
            if (text.matches("[+-]\\d{4}")) {
                return ZoneOffset.of(text);
            }
        } catch (DateTimeException e) {
            // Worded below.
        }
        throw MetricErrors.validation("The value " + text + " for parameter LabelOptions.Timezone is invalid.");
    }
}
