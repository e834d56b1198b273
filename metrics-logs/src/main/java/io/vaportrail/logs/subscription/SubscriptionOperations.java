package io.vaportrail.logs.subscription;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.group.Prefixes;
import io.vaportrail.logs.metricfilter.MetricFilters;
import io.vaportrail.logs.pattern.FilterPattern;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.model.logs.DeleteSubscriptionFilterRequest;
import io.vaportrail.model.logs.DescribeSubscriptionFiltersRequest;
import io.vaportrail.model.logs.DescribeSubscriptionFiltersResponse;
import io.vaportrail.model.logs.Distribution;
import io.vaportrail.model.logs.PutSubscriptionFilterRequest;
import io.vaportrail.model.logs.SubscriptionFilter;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.List;

/** The operations on subscription filters. */
public final class SubscriptionOperations {
    private final GroupFinder finder;
    private final Subscriptions subscriptions;
    private final Destinations destinations;
    private final MetricFilters metricFilters;
    private final EmulatorClock clock;

    /** The operations. */
    public SubscriptionOperations(
            GroupFinder finder,
            Subscriptions subscriptions,
            Destinations destinations,
            MetricFilters metricFilters,
            EmulatorClock clock) {
        this.finder = finder;
        this.subscriptions = subscriptions;
        this.destinations = destinations;
        this.metricFilters = metricFilters;
        this.clock = clock;
    }

    /**
     * PutSubscriptionFilter.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html">
     *     PutSubscriptionFilter</a>
     */
    public Unit putSubscriptionFilter(PutSubscriptionFilterRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        GroupFinder.requireStandard(group);
        if (input.fieldSelectionCriteria() != null || input.emitSystemFields() != null) {
            throw CommonError.receiver(
                    "NotImplemented",
                    501,
                    "Vaportrail does not implement fieldSelectionCriteria and emitSystemFields of subscription"
                            + " filters.");
        }
        FilterPattern pattern = FilterPattern.of(input.filterPattern());
        if (pattern.regexes() > 0 && regexes(group, input.filterName()) >= LogsLimits.REGEX_FILTERS) {
            throw LogsErrors.limitExceeded();
        }
        DestinationType type = DestinationType.checked(input.destinationArn(), input.roleArn());
        if (type == DestinationType.DESTINATION && destinations.targetOf(input.destinationArn()) == null) {
            throw LogsErrors.invalid("Could not find the destination " + input.destinationArn() + ".");
        }
        String distribution = input.distribution();
        Subscription filter = new Subscription(
                input.filterName(),
                input.filterPattern(),
                pattern,
                input.destinationArn(),
                input.roleArn(),
                distribution == null ? Distribution.BY_LOG_STREAM : distribution,
                Boolean.TRUE.equals(input.applyOnTransformedLogs()),
                clock.millis());
        subscriptions.put(group, filter);
        return Unit.INSTANCE;
    }

    private int regexes(LogGroup group, String exceptName) {
        int count = metricFilters.regexCount(group, "");
        for (Subscription filter : subscriptions.of(group).values()) {
            count += filter.pattern().regexes() > 0 && !filter.name().equals(exceptName) ? 1 : 0;
        }
        return count;
    }

    /** DeleteSubscriptionFilter. */
    public Unit deleteSubscriptionFilter(DeleteSubscriptionFilterRequest input, Call call) {
        if (!subscriptions.remove(finder.named(input.logGroupName(), call), input.filterName())) {
            throw LogsErrors.notFound("The specified subscription filter does not exist.");
        }
        return Unit.INSTANCE;
    }

    /** DescribeSubscriptionFilters. */
    public DescribeSubscriptionFiltersResponse describeSubscriptionFilters(
            DescribeSubscriptionFiltersRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        Paging<Subscription> page = Paging.of(
                Prefixes.of(subscriptions.of(group), input.filterNamePrefix()),
                filter -> true,
                "subscription-filters",
                input.nextToken(),
                input.limit());
        List<SubscriptionFilter> shown = new ArrayList<>();
        for (Subscription filter : page.elements()) {
            shown.add(SubscriptionFilter.builder()
                    .filterName(filter.name())
                    .logGroupName(group.name())
                    .filterPattern(filter.patternText())
                    .destinationArn(filter.destinationArn())
                    .roleArn(filter.roleArn())
                    .distribution(filter.distribution())
                    .applyOnTransformedLogs(filter.applyOnTransformedLogs())
                    .creationTime(filter.creationMillis())
                    .build());
        }
        return DescribeSubscriptionFiltersResponse.builder()
                .subscriptionFilters(shown)
                .nextToken(page.nextToken())
                .build();
    }
}
