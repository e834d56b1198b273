package io.vaportrail.benchmarks;

import io.vaportrail.app.ModelCatalog;
import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.identity.IdentityResolver;
import io.vaportrail.core.identity.KeyDirectory;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.pipeline.Authorizer;
import io.vaportrail.core.pipeline.Pipeline;
import io.vaportrail.core.pipeline.PolicyAuthorizer;
import io.vaportrail.core.pipeline.ServiceHost;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.random.RandomIds;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.IamMode;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.time.MachineTimer;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.core.transport.HttpServer;
import io.vaportrail.core.transport.ServerSettings;
import io.vaportrail.metrics.CloudWatch;
import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.CreateTrailRequest;
import io.vaportrail.model.cloudtrail.PutEventSelectorsRequest;
import io.vaportrail.model.cloudtrail.StartLoggingRequest;
import io.vaportrail.model.s3.CreateBucketRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.s3.S3Module;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.sqs.SqsModule;
import io.vaportrail.trail.AuditTrail;
import io.vaportrail.trail.store.TrailLimits;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * SQS in the emulator's pipeline, with the audit or without, which is no switch of the product's, or with a trail that delivers
 * everything. Alone it is a server, see {@link AuditSwitch}; JMH takes its parts.
 */
public final class WiredEmulator {
    private static final long S3_BYTES = 256L * 1024 * 1024;
    private static final int WORKERS = 2;
    private static final long METRICS_BYTES = 64L << 20;

    /** Much less than the product's, so that a trail delivers all the time. */
    private static final Duration DELIVERY = Duration.ofMillis(100);

    private final Ids ids = new RandomIds();
    private final EmulatorClock clock;
    private final MetricSink sink;
    private final AuditTrail trail;
    private final AuditSwitch audit;
    private final ModelRouter router = new ModelRouter(new ModelCatalog(), Protocols.all());
    private final ServiceHost host;
    private final Pipeline pipeline;
    private final InternalCalls calls;

    /** Wires, without metrics. */
    public WiredEmulator(boolean audited, MachineTimer timer) {
        this(audited, false, timer);
    }

    /** Wires. */
    public WiredEmulator(boolean audited, boolean metered, MachineTimer timer) {
        PendingWork pending = new PendingWork();
        this.clock = new EmulatorClock(MachineClock.SYSTEM, pending);
        this.trail = new AuditTrail(clock, ids, TrailLimits.DEFAULT, DELIVERY, pending);
        trail.eventsWantedBy((account, region) -> false); // there are no buses here
        this.audit = new AuditSwitch(trail.sink(), audited);
        HttpRoutes routes = new HttpRoutes();
        CloudWatch metrics = new CloudWatch(clock, METRICS_BYTES, Runnable::run);
        this.sink = metrics.sink();
        this.host = new ServiceHost(Map.of(
                "sqs",
                SqsModule::new,
                "s3",
                context -> new S3Module(context, S3_BYTES),
                "cloudtrail",
                trail.module(),
                "cloudwatch",
                metrics.module()));
        Executor workers = Executors.newFixedThreadPool(WORKERS, task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
        });
        EmulatorSettings settings = EmulatorSettings.DEFAULT;
        this.pipeline = new Pipeline(new Pipeline.Parts(
                routes,
                router,
                new IdentityResolver(settings, KeyDirectory.EMPTY),
                host,
                Authorizer.ALLOW_ALL,
                audit,
                metered ? List.of(metrics.calls()) : List.of(),
                ids,
                workers,
                settings));
        this.calls = pipeline.serviceCalls(pending);
        host.start(EmulatorContext.of(clock, timer, ids, calls, routes, workers, settings)
                .withMetrics(metered ? metrics.sink() : MetricSink.NONE));
        audit.addRoutes(routes, workers, this);
    }

    /** Forgets all trails, and the buckets that they delivered to. */
    void dropTrails() {
        for (String service : List.of("cloudtrail", "s3")) {
            Objects.requireNonNull(host.module(service)).reset(EmulatorSettings.DEFAULT.defaultAccountId());
        }
    }

    /** Makes a trail that selects all that is called, and starts it. */
    void startTrail() {
        String bucket = "benchmark";
        call(
                S3Service.CREATE_BUCKET,
                CreateBucketRequest.builder().bucket(bucket).build());
        call(
                CloudTrailService.CREATE_TRAIL,
                CreateTrailRequest.builder()
                        .name(bucket)
                        .s3BucketName(bucket)
                        .isMultiRegionTrail(true)
                        .enableLogFileValidation(true)
                        .build());
        call(
                CloudTrailService.PUT_EVENT_SELECTORS,
                PutEventSelectorsRequest.builder()
                        .trailName(bucket)
                        .advancedEventSelectors(List.of(
                                selector("eventCategory", "Management"),
                                selector("eventCategory", "Data", "resources.type", "AWS::SQS::Queue"),
                                selector("eventCategory", "Data", "resources.type", "AWS::S3::Object")))
                        .build());
        call(
                CloudTrailService.START_LOGGING,
                StartLoggingRequest.builder().name(bucket).build());
    }

    private static AdvancedEventSelector selector(String... fieldsAndValues) {
        List<AdvancedFieldSelector> fields = new ArrayList<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.add(AdvancedFieldSelector.builder()
                    .field(fieldsAndValues[i])
                    .equalsMember(List.of(fieldsAndValues[i + 1]))
                    .build());
        }
        return AdvancedEventSelector.builder().fieldSelectors(fields).build();
    }

    <I extends Struct, O extends Struct> void call(OperationSchema<I, O> operation, I input) {
        EmulatorSettings settings = EmulatorSettings.DEFAULT;
        Caller root = Caller.root(settings.defaultAccountId(), null);
        calls.call(operation, input, root, settings.defaultRegion(), null)
                .toCompletableFuture()
                .join();
    }

    /** The emulator's time. */
    EmulatorClock clock() {
        return clock;
    }

    /** Takes values of metrics at any time, later ones too. */
    MetricSink sink() {
        return sink;
    }

    /** The way of a request. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** Where requests lead. */
    public ModelRouter router() {
        return router;
    }

    /** What decides over calls by the policies of the directory. */
    public Authorizer authorizer(IamMode mode, PolicyDirectory directory) {
        return new PolicyAuthorizer(mode, directory, host, clock);
    }

    /** What is recorded. */
    public AuditSink audit() {
        return trail.sink();
    }

    /** Serves 127.0.0.1 on the port of the argument. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpServer server = new HttpServer(
                ServerSettings.of("127.0.0.1", Integer.parseInt(arguments[0])),
                MachineClock.SYSTEM,
                () -> {
                    throw new GeneralSecurityException("certificate: none (expected: plain HTTP)");
                },
                null);
        server.start(new WiredEmulator(true, server.timer()).pipeline());
        Thread.currentThread().join();
    }
}
