package io.vaportrail.logs;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.logs.emf.EmbeddedMetrics;
import io.vaportrail.logs.event.EventListener;
import io.vaportrail.logs.event.FilterLogEvents;
import io.vaportrail.logs.event.GetLogEvents;
import io.vaportrail.logs.event.IngestionMetrics;
import io.vaportrail.logs.event.PutLogEvents;
import io.vaportrail.logs.group.CreateLogGroup;
import io.vaportrail.logs.group.DescribeLogGroups;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.GroupSettingsOperations;
import io.vaportrail.logs.group.GroupTags;
import io.vaportrail.logs.group.ListLogGroups;
import io.vaportrail.logs.metricfilter.MetricFilterOperations;
import io.vaportrail.logs.metricfilter.MetricFilters;
import io.vaportrail.logs.store.EventMemory;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.logs.stream.DescribeLogStreams;
import io.vaportrail.logs.stream.StreamOperations;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.schema.ServiceSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon CloudWatch Logs over the log groups of all accounts and regions. */
public final class LogsModule implements ServiceModule {
    private final EmulatorContext context;
    private final LogStore store;
    private final GroupFinder finder;
    private final MetricFilters metricFilters;

    /**
     * A module without log groups.
     *
     * @param memoryBytes how much all events together may take
     */
    public LogsModule(EmulatorContext context, long memoryBytes) {
        this.context = context;
        this.store = new LogStore(new EventMemory(memoryBytes), context.clock(), context.stateLog());
        this.finder = new GroupFinder(store);
        this.metricFilters = new MetricFilters(context.metrics(), context.clock());
        store.onDeletion(metricFilters::forget);
    }

    @Override
    public ServiceSchema schema() {
        return LogsService.SERVICE;
    }

    @Override
    public ViolationWording violations() {
        return new LogsViolations();
    }

    @Override
    public void register(OperationRegistry operations) {
        registerGroups(operations);
        registerStreams(operations);
        registerEvents(operations);
        registerMetricFilters(operations);
    }

    private void registerGroups(OperationRegistry operations) {
        GroupSettingsOperations settings = new GroupSettingsOperations(finder, store);
        GroupTags tags = new GroupTags(finder, store);
        operations
                .inline(LogsService.CREATE_LOG_GROUP, new CreateLogGroup(store))
                .inline(LogsService.DELETE_LOG_GROUP, settings::deleteLogGroup)
                .inline(LogsService.DESCRIBE_LOG_GROUPS, new DescribeLogGroups(store, metricFilters::count))
                .inline(LogsService.LIST_LOG_GROUPS, new ListLogGroups(store))
                .inline(LogsService.PUT_RETENTION_POLICY, settings::putRetentionPolicy)
                .inline(LogsService.DELETE_RETENTION_POLICY, settings::deleteRetentionPolicy)
                .inline(LogsService.PUT_LOG_GROUP_DELETION_PROTECTION, settings::putLogGroupDeletionProtection)
                .inline(LogsService.ASSOCIATE_KMS_KEY, settings::associateKmsKey)
                .inline(LogsService.DISASSOCIATE_KMS_KEY, settings::disassociateKmsKey)
                .inline(LogsService.TAG_LOG_GROUP, tags::tagLogGroup)
                .inline(LogsService.UNTAG_LOG_GROUP, tags::untagLogGroup)
                .inline(LogsService.LIST_TAGS_LOG_GROUP, tags::listTagsLogGroup)
                .inline(LogsService.TAG_RESOURCE, tags::tagResource)
                .inline(LogsService.UNTAG_RESOURCE, tags::untagResource)
                .inline(LogsService.LIST_TAGS_FOR_RESOURCE, tags::listTagsForResource);
    }

    private void registerStreams(OperationRegistry operations) {
        StreamOperations streams = new StreamOperations(finder, store);
        operations
                .inline(LogsService.CREATE_LOG_STREAM, streams::createLogStream)
                .inline(LogsService.DELETE_LOG_STREAM, streams::deleteLogStream)
                .inline(LogsService.DESCRIBE_LOG_STREAMS, new DescribeLogStreams(finder));
    }

    private void registerEvents(OperationRegistry operations) {
        List<EventListener> listeners = List.of(metricFilters, new EmbeddedMetrics(context.metrics()));
        operations
                .async(
                        LogsService.PUT_LOG_EVENTS,
                        new PutLogEvents(
                                finder,
                                store,
                                context.clock(),
                                context.workers(),
                                new IngestionMetrics(context.metrics()),
                                listeners))
                .onWorker(LogsService.GET_LOG_EVENTS, new GetLogEvents(finder, store, context.clock()))
                .onWorker(LogsService.FILTER_LOG_EVENTS, new FilterLogEvents(finder, store, context.clock()));
    }

    private void registerMetricFilters(OperationRegistry operations) {
        MetricFilterOperations filters = new MetricFilterOperations(finder, store, metricFilters, context.clock());
        operations
                .inline(LogsService.PUT_METRIC_FILTER, filters::putMetricFilter)
                .inline(LogsService.DELETE_METRIC_FILTER, filters::deleteMetricFilter)
                .inline(LogsService.DESCRIBE_METRIC_FILTERS, filters::describeMetricFilters)
                .inline(LogsService.TEST_METRIC_FILTER, filters::testMetricFilter);
    }

    @Override
    public void reset(@Nullable String accountId) {
        store.reset(accountId);
        metricFilters.reset(accountId);
    }

    /** All groups and their events, for queries and checks. */
    public LogStore store() {
        return store;
    }
}
