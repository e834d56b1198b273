package io.vaportrail.trail.delivery;

import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.identity.IdentityResolver;
import io.vaportrail.core.identity.KeyDirectory;
import io.vaportrail.core.pipeline.Authorizer;
import io.vaportrail.core.pipeline.Pipeline;
import io.vaportrail.core.pipeline.ServiceHost;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.routing.ServiceCatalog;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.model.Services;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.CreateTrailRequest;
import io.vaportrail.model.cloudtrail.GetTrailStatusRequest;
import io.vaportrail.model.cloudtrail.GetTrailStatusResponse;
import io.vaportrail.model.cloudtrail.StartLoggingRequest;
import io.vaportrail.model.cloudtrail.StopLoggingRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.trail.AuditTrail;
import io.vaportrail.trail.store.TrailLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** CloudTrail in the emulator's pipeline, in process, with stand-ins for the services that it delivers to. */
public final class Aws implements AutoCloseable {
    public static final String ACCOUNT = "111122223333";
    public static final String REGION = "eu-west-1";
    public static final String BUCKET = "audit-bucket";
    public static final Instant START = Instant.parse("2026-03-09T14:05:06.789Z");
    public static final Duration INTERVAL = Duration.ofSeconds(5);
    public static final Caller SARAH = Caller.user(ACCOUNT, "sarah", "sarah@" + ACCOUNT);

    public final EmulatorClock clock;
    public final AuditTrail trail;
    public final HttpRoutes routes = new HttpRoutes();
    public final StandIns.S3 s3 = new StandIns.S3();
    public final StandIns.Sns sns = new StandIns.Sns();
    public final StandIns.Logs logs = new StandIns.Logs();
    public final StandIns.Events events = new StandIns.Events();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final InternalCalls calls;
    private final ServiceHost host;

    public Aws() {
        this(TrailLimits.DEFAULT, true);
    }

    /** With memory for records so large; whether there are modules for Logs, EventBridge and STS. */
    public Aws(TrailLimits limits, boolean withLogs) {
        Ids ids = new SeededIds(11);
        PendingWork pending = new PendingWork();
        clock = new EmulatorClock(START::toEpochMilli, pending);
        clock.freeze();
        trail = new AuditTrail(clock, ids, limits, INTERVAL, pending);
        Map<String, ServiceModule.Factory> modules = new HashMap<>(Map.of(
                "cloudtrail", trail.module(),
                "s3", context -> s3,
                "sns", context -> sns,
                "sqs", context -> new StandIns.Sqs(),
                "iam", context -> new StandIns.Iam()));
        if (withLogs) {
            modules.put("logs", context -> logs);
            modules.put("events", context -> events);
            modules.put("sts", context -> new StandIns.Sts());
        }
        host = new ServiceHost(modules);
        AuditSink sink = trail.sink();
        Pipeline pipeline = new Pipeline(new Pipeline.Parts(
                routes,
                new ModelRouter(NoCatalog.INSTANCE, Protocols.all()),
                new IdentityResolver(EmulatorSettings.DEFAULT, KeyDirectory.EMPTY),
                host,
                Authorizer.ALLOW_ALL,
                sink,
                List.of(),
                ids,
                workers,
                EmulatorSettings.DEFAULT));
        calls = pipeline.serviceCalls(pending);
        EmulatorContext context = EmulatorContext.of(
                clock,
                (delay, task) -> {
                    workers.execute(task);
                    return () -> {};
                },
                ids,
                calls,
                routes,
                workers,
                EmulatorSettings.DEFAULT);
        host.start(context);
        trail.addRoutes(context);
        s3.createBucket(BUCKET);
    }

    /** Calls as Sarah in the default region. */
    public <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        return call(operation, input, SARAH, REGION);
    }

    /** Calls; throws what is answered instead. */
    public <I extends Struct, O extends Struct> O call(
            OperationSchema<I, O> operation, I input, Caller caller, String region) {
        try {
            return calls.call(operation, input, caller, region, null)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ServiceException answer) {
                throw answer;
            }
            throw e;
        }
    }

    /** Makes a trail into the bucket and starts it. */
    public void startTrail(String name) {
        startTrail(CreateTrailRequest.builder().name(name).s3BucketName(BUCKET).build());
    }

    /** Makes a trail and starts it. */
    public void startTrail(CreateTrailRequest request) {
        call(CloudTrailService.CREATE_TRAIL, request);
        startLogging(request.name());
    }

    public void startLogging(String name) {
        call(
                CloudTrailService.START_LOGGING,
                StartLoggingRequest.builder().name(name).build());
    }

    public void stopLogging(String name) {
        call(
                CloudTrailService.STOP_LOGGING,
                StopLoggingRequest.builder().name(name).build());
    }

    public GetTrailStatusResponse status(String name) {
        return call(
                CloudTrailService.GET_TRAIL_STATUS,
                GetTrailStatusRequest.builder().name(name).build());
    }

    /** Lets one interval of deliveries pass. */
    public void deliver() {
        clock.advance(INTERVAL);
    }

    public void reset(@Nullable String accountId) {
        if (accountId == null) {
            clock.reset();
            clock.freeze();
        }
        host.reset(accountId);
        trail.reset(accountId);
    }

    @Override
    public void close() {
        clock.stop();
        workers.shutdownNow();
    }

    /** No request comes from outside. */
    private enum NoCatalog implements ServiceCatalog {
        INSTANCE;

        @Override
        public ServiceSchema service(String id) {
            return Services.byId(id);
        }

        @Override
        public @Nullable String byTargetPrefix(String prefix) {
            return null;
        }

        @Override
        public @Nullable String byShapeName(String name) {
            return null;
        }

        @Override
        public @Nullable String byQueryVersion(String version) {
            return null;
        }

        @Override
        public List<String> byAction(String action) {
            return List.of();
        }

        @Override
        public List<String> bySigningName(String name) {
            return List.of();
        }

        @Override
        public List<String> byEndpointPrefix(String prefix) {
            return List.of();
        }

        @Override
        public List<String> restServices() {
            return List.of();
        }
    }
}
