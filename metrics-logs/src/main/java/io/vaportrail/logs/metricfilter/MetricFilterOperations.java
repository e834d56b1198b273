package io.vaportrail.logs.metricfilter;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.pattern.FilterPattern;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.DeleteMetricFilterRequest;
import io.vaportrail.model.logs.DescribeMetricFiltersRequest;
import io.vaportrail.model.logs.DescribeMetricFiltersResponse;
import io.vaportrail.model.logs.MetricFilterMatchRecord;
import io.vaportrail.model.logs.PutMetricFilterRequest;
import io.vaportrail.model.logs.TestMetricFilterRequest;
import io.vaportrail.model.logs.TestMetricFilterResponse;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The operations on metric filters. */
public final class MetricFilterOperations {
    private final GroupFinder finder;
    private final LogStore store;
    private final MetricFilters filters;
    private final EmulatorClock clock;

    /** The operations. */
    public MetricFilterOperations(GroupFinder finder, LogStore store, MetricFilters filters, EmulatorClock clock) {
        this.finder = finder;
        this.store = store;
        this.filters = filters;
        this.clock = clock;
    }

    /**
     * PutMetricFilter.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html">
     *     PutMetricFilter</a>
     */
    public Unit putMetricFilter(PutMetricFilterRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        GroupFinder.requireStandard(group);
        if (input.fieldSelectionCriteria() != null) {
            throw CommonError.receiver(
                    "NotImplemented", 501, "Vaportrail does not implement fieldSelectionCriteria of metric filters.");
        }
        FilterPattern pattern = FilterPattern.of(input.filterPattern());
        if (pattern.regexes() > 0 && filters.regexCount(group, input.filterName()) >= LogsLimits.REGEX_FILTERS) {
            throw LogsErrors.limitExceeded();
        }
        filters.put(new MetricFilter(
                group,
                input.filterName(),
                input.filterPattern(),
                pattern,
                Transformation.of(input.metricTransformations().get(0), pattern, input.emitSystemFieldDimensions()),
                Boolean.TRUE.equals(input.applyOnTransformedLogs()),
                clock.millis()));
        return Unit.INSTANCE;
    }

    /** DeleteMetricFilter. */
    public Unit deleteMetricFilter(DeleteMetricFilterRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        if (filters.remove(group, input.filterName()) == null) {
            throw LogsErrors.notFound("The specified metric filter does not exist.");
        }
        return Unit.INSTANCE;
    }

    /** DescribeMetricFilters: of a group, or of all groups. */
    public DescribeMetricFiltersResponse describeMetricFilters(DescribeMetricFiltersRequest input, Call call) {
        String groupName = input.logGroupName();
        if ((input.metricName() == null) != (input.metricNamespace() == null)) {
            throw LogsErrors.invalid("metricName and metricNamespace must be specified together.");
        }
        Collection<LogGroup> groups = groupName == null
                ? store.in(call.accountId(), call.region()).values()
                : List.of(finder.named(groupName, call));
        NavigableMap<String, MetricFilter> all = new TreeMap<>();
        for (LogGroup group : groups) {
            for (MetricFilter filter : filters.of(group).values()) {
                all.put(filter.name() + "\n" + group.name(), filter);
            }
        }
        Paging<MetricFilter> page = Paging.of(all, wanted(input), "metric-filters", input.nextToken(), input.limit());
        List<io.vaportrail.model.logs.MetricFilter> shown = new ArrayList<>();
        for (MetricFilter filter : page.elements()) {
            shown.add(shown(filter));
        }
        return DescribeMetricFiltersResponse.builder()
                .metricFilters(shown)
                .nextToken(page.nextToken())
                .build();
    }

    private static Predicate<MetricFilter> wanted(DescribeMetricFiltersRequest input) {
        String prefix = input.filterNamePrefix();
        String metric = input.metricName();
        String namespace = input.metricNamespace();
        return filter -> (prefix == null || filter.name().startsWith(prefix))
                && (metric == null
                        || metric.equals(filter.transformation().given().metricName()))
                && (namespace == null
                        || namespace.equals(filter.transformation().given().metricNamespace()));
    }

    private static io.vaportrail.model.logs.MetricFilter shown(MetricFilter filter) {
        List<String> system = filter.transformation().systemDimensions();
        return io.vaportrail.model.logs.MetricFilter.builder()
                .filterName(filter.name())
                .filterPattern(filter.patternText())
                .metricTransformations(List.of(filter.transformation().given()))
                .creationTime(filter.creationMillis())
                .logGroupName(filter.group().name())
                .applyOnTransformedLogs(filter.applyOnTransformedLogs())
                .emitSystemFieldDimensions(system.isEmpty() ? null : system)
                .build();
    }

    /** TestMetricFilter. */
    public TestMetricFilterResponse testMetricFilter(TestMetricFilterRequest input, Call call) {
        FilterPattern pattern = FilterPattern.of(input.filterPattern());
        List<MetricFilterMatchRecord> matches = new ArrayList<>();
        long number = 0;
        for (String message : input.logEventMessages()) {
            number++;
            if (pattern.matches(message)) {
                matches.add(MetricFilterMatchRecord.builder()
                        .eventNumber(number)
                        .eventMessage(message)
                        .extractedValues(pattern.extract(message))
                        .build());
            }
        }
        return TestMetricFilterResponse.builder().matches(matches).build();
    }
}
