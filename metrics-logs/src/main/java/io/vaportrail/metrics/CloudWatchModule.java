package io.vaportrail.metrics;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.metrics.alarm.AlarmOperations;
import io.vaportrail.metrics.alarm.anomaly.AnomalyDetectors;
import io.vaportrail.metrics.contributor.InsightRuleOperations;
import io.vaportrail.metrics.contributor.InsightRules;
import io.vaportrail.metrics.dashboard.DashboardOperations;
import io.vaportrail.metrics.math.Queries;
import io.vaportrail.metrics.publish.MetricIntake;
import io.vaportrail.metrics.put.PutMetricData;
import io.vaportrail.metrics.query.GetMetricData;
import io.vaportrail.metrics.query.GetMetricStatistics;
import io.vaportrail.metrics.query.ListMetrics;
import io.vaportrail.metrics.query.StoreReader;
import io.vaportrail.metrics.widget.GetMetricWidgetImage;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.schema.ServiceSchema;
import org.jspecify.annotations.Nullable;

/** Amazon CloudWatch over the metrics and alarms of all accounts and regions. */
public final class CloudWatchModule implements ServiceModule {
    private final EmulatorContext context;
    private final MetricIntake intake;
    private final StoreReader reader;
    private final Queries queries;
    private final AlarmOperations alarms;
    private final DashboardOperations dashboards;
    private final InsightRuleOperations insightRules;

    /** A module over the metrics. */
    CloudWatchModule(EmulatorContext context, MetricIntake intake, StoreReader reader, InsightRules insightRules) {
        this.context = context;
        this.intake = intake;
        this.reader = reader;
        AnomalyDetectors detectors = new AnomalyDetectors(reader, context.clock());
        this.queries = new Queries(reader, detectors, insightRules);
        this.insightRules = new InsightRuleOperations(insightRules, context.clock());
        this.alarms = new AlarmOperations(context, reader, queries, detectors, insightRules);
        this.dashboards = new DashboardOperations(context.clock());
    }

    @Override
    public ServiceSchema schema() {
        return CloudWatchService.SERVICE;
    }

    @Override
    public ViolationWording violations() {
        return new CloudWatchViolations();
    }

    @Override
    public void register(OperationRegistry operations) {
        operations
                .inline(CloudWatchService.PUT_METRIC_DATA, new PutMetricData(intake, context.clock()))
                .onWorker(CloudWatchService.GET_METRIC_STATISTICS, new GetMetricStatistics(reader))
                .onWorker(CloudWatchService.GET_METRIC_DATA, new GetMetricData(queries))
                .onWorker(CloudWatchService.LIST_METRICS, new ListMetrics(reader))
                .onWorker(
                        CloudWatchService.GET_METRIC_WIDGET_IMAGE, new GetMetricWidgetImage(queries, context.clock()));
        dashboards.register(operations);
        insightRules.register(operations);
        alarms.register(operations);
    }

    @Override
    public void reset(@Nullable String accountId) {
        // Metrics and insight rules live outside, since services publish before this module is made; CloudWatch resets
        // them.
        alarms.reset(accountId);
        dashboards.reset(accountId);
    }
}
