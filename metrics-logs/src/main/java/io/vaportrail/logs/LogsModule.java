package io.vaportrail.logs;

import io.vaportrail.core.log.LogEventSink;
import io.vaportrail.core.service.DenialWording;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.logs.delivery.Deliveries;
import io.vaportrail.logs.emf.EmbeddedMetrics;
import io.vaportrail.logs.event.EventListener;
import io.vaportrail.logs.event.EventsForOthers;
import io.vaportrail.logs.event.FilterLogEvents;
import io.vaportrail.logs.event.GetLogEvents;
import io.vaportrail.logs.event.IngestionMetrics;
import io.vaportrail.logs.event.PutLogEvents;
import io.vaportrail.logs.export.ExportTasks;
import io.vaportrail.logs.group.CreateLogGroup;
import io.vaportrail.logs.group.DescribeLogGroups;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.GroupSettingsOperations;
import io.vaportrail.logs.group.GroupTags;
import io.vaportrail.logs.group.ListLogGroups;
import io.vaportrail.logs.group.ResourceTags;
import io.vaportrail.logs.index.DescribeFieldIndexes;
import io.vaportrail.logs.index.IndexPolicies;
import io.vaportrail.logs.insights.LogsInsights;
import io.vaportrail.logs.lookup.LookupTables;
import io.vaportrail.logs.metricfilter.MetricFilterOperations;
import io.vaportrail.logs.metricfilter.MetricFilters;
import io.vaportrail.logs.policy.ResourcePolicies;
import io.vaportrail.logs.protection.AuditFindings;
import io.vaportrail.logs.protection.DataProtection;
import io.vaportrail.logs.query.QueryDefinitions;
import io.vaportrail.logs.store.EventMemory;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.logs.stream.DescribeLogStreams;
import io.vaportrail.logs.stream.StreamOperations;
import io.vaportrail.logs.subscription.AccountPolicies;
import io.vaportrail.logs.subscription.AccountSubscriptions;
import io.vaportrail.logs.subscription.Destinations;
import io.vaportrail.logs.subscription.SubscriptionOperations;
import io.vaportrail.logs.subscription.Subscriptions;
import io.vaportrail.logs.tail.LiveTail;
import io.vaportrail.logs.transform.Transformers;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.schema.ServiceSchema;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Amazon CloudWatch Logs over the log groups of all accounts and regions. */
public final class LogsModule implements ServiceModule {
    private final EmulatorContext context;
    private final LogStore store;
    private final GroupFinder finder;
    private final DataProtection protection;
    private final MetricFilters metricFilters;
    private final ResourceTags resourceTags = new ResourceTags();
    private final Transformers transformers;
    private final Destinations destinations;
    private final AccountSubscriptions accountSubscriptions = new AccountSubscriptions();
    private final Subscriptions subscriptions;
    private final AccountPolicies accountPolicies;
    private final ResourcePolicies resourcePolicies;
    private final QueryDefinitions queryDefinitions;
    private final ExportTasks exportTasks;
    private final LiveTail liveTail;
    private final LookupTables lookupTables;
    private final IndexPolicies indexPolicies;
    private final Deliveries deliveries;
    private final LogsInsights insights;
    private final LogEventSink sink;

    /**
     * A module without log groups.
     *
     * @param memoryBytes how much all events together may take
     * @param sink is told of events outside of this module
     */
    public LogsModule(EmulatorContext context, long memoryBytes, LogEventSink sink) {
        this.context = context;
        this.sink = sink;
        this.store = new LogStore(new EventMemory(memoryBytes), context.clock(), context.stateLog());
        this.finder = new GroupFinder(store);
        this.protection = new DataProtection(finder, context.clock());
        this.indexPolicies = new IndexPolicies(finder, context.clock());
        this.metricFilters = new MetricFilters(context.metrics(), context.clock(), protection::masked);
        this.transformers = new Transformers(finder, context.clock(), context.metrics());
        this.destinations = new Destinations(resourceTags, context.clock());
        this.subscriptions = new Subscriptions(context, protection, accountSubscriptions, destinations);
        this.accountPolicies =
                new AccountPolicies(protection, indexPolicies, accountSubscriptions, subscriptions, context.clock());
        this.resourcePolicies = new ResourcePolicies(finder, context.clock(), context.ids());
        this.queryDefinitions = new QueryDefinitions(context.clock(), context.ids());
        this.exportTasks = new ExportTasks(finder, store, context, protection::masked);
        this.liveTail = new LiveTail(finder, context, protection);
        this.lookupTables = new LookupTables(store.memory(), resourceTags, context.clock());
        this.deliveries = new Deliveries(store, resourceTags, context.ids());
        this.insights = new LogsInsights(finder, store, protection, lookupTables, indexPolicies, context);
        store.onDeletion(metricFilters::forget);
        store.onDeletion(subscriptions::forget);
        store.onDeletion(transformers::forget);
        store.onDeletion(protection::forget);
        store.onDeletion(indexPolicies::forget);
        store.onDeletion(resourcePolicies::forget);
    }

    @Override
    public ServiceSchema schema() {
        return LogsService.SERVICE;
    }

    @Override
    public DenialWording denials() {
        return LogsDenials::word;
    }

    @Override
    public ViolationWording violations() {
        return new LogsViolations();
    }

    @Override
    public @Nullable String resourcePolicy(String arn) {
        LogArn parsed = LogArn.of(arn);
        if (parsed == null) {
            return null;
        }
        return parsed.kind().equals("destination") ? destinations.policyOf(parsed) : resourcePolicies.textFor(parsed);
    }

    @Override
    public boolean hasResource(String arn) {
        LogArn parsed = LogArn.of(arn);
        return parsed == null || !parsed.kind().equals("log-group") || store.find(parsed) != null;
    }

    @Override
    public void register(OperationRegistry operations) {
        registerGroups(operations);
        registerStreams(operations);
        registerEvents(operations);
        registerFilters(operations);
        registerPolicies(operations);
        registerTasks(operations);
        insights.register(operations);
        deliveries.register(operations);
    }

    private void registerGroups(OperationRegistry operations) {
        GroupSettingsOperations settings = new GroupSettingsOperations(finder, store);
        GroupTags tags = new GroupTags(finder, store, resourceTags);
        operations
                .inline(LogsService.CREATE_LOG_GROUP, new CreateLogGroup(store))
                .inline(LogsService.DELETE_LOG_GROUP, settings::deleteLogGroup)
                .inline(LogsService.DESCRIBE_LOG_GROUPS, new DescribeLogGroups(store, new GroupFacts()))
                .inline(LogsService.LIST_LOG_GROUPS, new ListLogGroups(store, indexPolicies::indexes))
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
        List<EventListener> listeners = new CopyOnWriteArrayList<>(List.of(
                metricFilters,
                subscriptions,
                liveTail,
                new EmbeddedMetrics(context.metrics()),
                new EventsForOthers(sink, protection::masked)));
        PutLogEvents putLogEvents = new PutLogEvents(
                finder,
                store,
                context.clock(),
                context.workers(),
                new IngestionMetrics(context.metrics()),
                transformers,
                listeners);
        listeners.add(new AuditFindings(protection, context.metrics(), putLogEvents::write));
        operations
                .async(LogsService.PUT_LOG_EVENTS, putLogEvents)
                .onWorker(
                        LogsService.GET_LOG_EVENTS,
                        new GetLogEvents(finder, store, context.clock(), protection::masked))
                .onWorker(
                        LogsService.FILTER_LOG_EVENTS,
                        new FilterLogEvents(finder, store, context.clock(), protection::masked))
                .async(LogsService.START_LIVE_TAIL, liveTail);
    }

    private void registerFilters(OperationRegistry operations) {
        MetricFilterOperations metric = new MetricFilterOperations(finder, store, metricFilters, context.clock());
        SubscriptionOperations subscription =
                new SubscriptionOperations(finder, subscriptions, destinations, metricFilters, context.clock());
        operations
                .inline(LogsService.PUT_METRIC_FILTER, metric::putMetricFilter)
                .inline(LogsService.DELETE_METRIC_FILTER, metric::deleteMetricFilter)
                .inline(LogsService.DESCRIBE_METRIC_FILTERS, metric::describeMetricFilters)
                .inline(LogsService.TEST_METRIC_FILTER, metric::testMetricFilter)
                .inline(LogsService.PUT_SUBSCRIPTION_FILTER, subscription::putSubscriptionFilter)
                .inline(LogsService.DELETE_SUBSCRIPTION_FILTER, subscription::deleteSubscriptionFilter)
                .inline(LogsService.DESCRIBE_SUBSCRIPTION_FILTERS, subscription::describeSubscriptionFilters)
                .inline(LogsService.PUT_TRANSFORMER, transformers::putTransformer)
                .inline(LogsService.GET_TRANSFORMER, transformers::getTransformer)
                .inline(LogsService.DELETE_TRANSFORMER, transformers::deleteTransformer)
                .onWorker(LogsService.TEST_TRANSFORMER, transformers::testTransformer)
                .inline(LogsService.PUT_DESTINATION, destinations::putDestination)
                .inline(LogsService.PUT_DESTINATION_POLICY, destinations::putDestinationPolicy)
                .inline(LogsService.DELETE_DESTINATION, destinations::deleteDestination)
                .inline(LogsService.DESCRIBE_DESTINATIONS, destinations::describeDestinations);
    }

    private void registerPolicies(OperationRegistry operations) {
        operations
                .inline(LogsService.PUT_RESOURCE_POLICY, resourcePolicies::putResourcePolicy)
                .inline(LogsService.DELETE_RESOURCE_POLICY, resourcePolicies::deleteResourcePolicy)
                .inline(LogsService.DESCRIBE_RESOURCE_POLICIES, resourcePolicies::describeResourcePolicies)
                .inline(LogsService.PUT_ACCOUNT_POLICY, accountPolicies::putAccountPolicy)
                .inline(LogsService.DELETE_ACCOUNT_POLICY, accountPolicies::deleteAccountPolicy)
                .inline(LogsService.DESCRIBE_ACCOUNT_POLICIES, accountPolicies::describeAccountPolicies)
                .inline(LogsService.PUT_INDEX_POLICY, indexPolicies::putIndexPolicy)
                .inline(LogsService.DELETE_INDEX_POLICY, indexPolicies::deleteIndexPolicy)
                .inline(LogsService.DESCRIBE_INDEX_POLICIES, indexPolicies::describeIndexPolicies)
                .onWorker(
                        LogsService.DESCRIBE_FIELD_INDEXES,
                        new DescribeFieldIndexes(finder, indexPolicies, store, context.clock()))
                .inline(LogsService.PUT_DATA_PROTECTION_POLICY, protection::putDataProtectionPolicy)
                .inline(LogsService.GET_DATA_PROTECTION_POLICY, protection::getDataProtectionPolicy)
                .inline(LogsService.DELETE_DATA_PROTECTION_POLICY, protection::deleteDataProtectionPolicy);
    }

    private void registerTasks(OperationRegistry operations) {
        operations
                .async(LogsService.CREATE_EXPORT_TASK, exportTasks::createExportTask)
                .inline(LogsService.DESCRIBE_EXPORT_TASKS, exportTasks::describeExportTasks)
                .inline(LogsService.CANCEL_EXPORT_TASK, exportTasks::cancelExportTask)
                .inline(LogsService.PUT_QUERY_DEFINITION, queryDefinitions::putQueryDefinition)
                .inline(LogsService.DESCRIBE_QUERY_DEFINITIONS, queryDefinitions::describeQueryDefinitions)
                .inline(LogsService.DELETE_QUERY_DEFINITION, queryDefinitions::deleteQueryDefinition)
                .onWorker(LogsService.CREATE_LOOKUP_TABLE, lookupTables::createLookupTable)
                .inline(LogsService.GET_LOOKUP_TABLE, lookupTables::getLookupTable)
                .onWorker(LogsService.UPDATE_LOOKUP_TABLE, lookupTables::updateLookupTable)
                .inline(LogsService.DELETE_LOOKUP_TABLE, lookupTables::deleteLookupTable)
                .inline(LogsService.DESCRIBE_LOOKUP_TABLES, lookupTables::describeLookupTables);
    }

    private final class GroupFacts implements DescribeLogGroups.Facts {
        @Override
        public int metricFilters(LogGroup group) {
            return metricFilters.count(group);
        }

        @Override
        public @Nullable String dataProtectionStatus(LogGroup group) {
            return protection.status(group);
        }

        @Override
        public boolean inheritsDataProtection(LogGroup group) {
            return protection.inherits(group);
        }
    }

    @Override
    public void reset(@Nullable String accountId) {
        liveTail.reset(accountId);
        insights.reset(accountId);
        lookupTables.reset(accountId);
        store.reset(accountId);
        metricFilters.reset(accountId);
        subscriptions.reset(accountId);
        transformers.reset(accountId);
        accountSubscriptions.reset(accountId);
        accountPolicies.reset(accountId);
        destinations.reset(accountId);
        deliveries.reset(accountId);
        resourceTags.reset(accountId);
        resourcePolicies.reset(accountId);
        protection.reset(accountId);
        indexPolicies.reset(accountId);
        queryDefinitions.reset(accountId);
        exportTasks.reset(accountId);
    }

    /** All groups and their events, for queries and checks. */
    public LogStore store() {
        return store;
    }
}
