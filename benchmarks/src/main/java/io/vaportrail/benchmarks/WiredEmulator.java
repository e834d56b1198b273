package io.vaportrail.benchmarks;

import io.vaportrail.app.ModelCatalog;
import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.http.client.HttpSender;
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
import io.vaportrail.core.signing.SigningCertificates;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.time.MachineTimer;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.core.transport.HttpServer;
import io.vaportrail.core.transport.ServerSettings;
import io.vaportrail.metrics.CloudWatch;
import io.vaportrail.sqs.SqsModule;
import io.vaportrail.trail.AuditTrail;
import io.vaportrail.trail.store.TrailLimits;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/**
 * SQS in the emulator's pipeline, with the audit or without: the product itself has no such switch. Alone it is a server; JMH
 * takes its parts.
 */
public final class WiredEmulator {
    private static final long METRICS_BYTES = 64L << 20;

    private final Ids ids = new RandomIds();
    private final EmulatorClock clock;
    private final AuditTrail trail;
    private final ModelRouter router = new ModelRouter(new ModelCatalog(), Protocols.all());
    private final ServiceHost host;
    private final Pipeline pipeline;

    /** Wires, without metrics. */
    public WiredEmulator(boolean audited, MachineTimer timer) {
        this(audited, false, timer);
    }

    /** Wires. */
    public WiredEmulator(boolean audited, boolean metered, MachineTimer timer) {
        PendingWork pending = new PendingWork();
        this.clock = new EmulatorClock(MachineClock.SYSTEM, pending);
        this.trail = new AuditTrail(clock, ids, TrailLimits.DEFAULT, AuditTrail.DEFAULT_DELIVERY, pending);
        HttpRoutes routes = new HttpRoutes();
        CloudWatch metrics = new CloudWatch(clock, METRICS_BYTES, Runnable::run);
        this.host = new ServiceHost(Map.of("sqs", SqsModule::new, "cloudwatch", metrics.module()));
        EmulatorSettings settings = EmulatorSettings.DEFAULT;
        this.pipeline = new Pipeline(new Pipeline.Parts(
                routes,
                router,
                new IdentityResolver(settings, KeyDirectory.EMPTY),
                host,
                Authorizer.ALLOW_ALL,
                audited ? trail.sink() : AuditSink.NONE,
                metered ? List.of(metrics.calls()) : List.of(),
                ids,
                Runnable::run,
                settings));
        host.start(new EmulatorContext(
                clock,
                timer,
                ids,
                pipeline.serviceCalls(pending),
                routes,
                Runnable::run,
                StateLog.NONE,
                settings,
                AuditSink.NONE,
                HttpSender.NONE,
                SigningCertificates.NONE,
                metered ? metrics.sink() : MetricSink.NONE));
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

    /** Serves 127.0.0.1 on the port of the first argument; the second says {@code on} or {@code off}, for the audit. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpServer server = new HttpServer(
                ServerSettings.of("127.0.0.1", Integer.parseInt(arguments[0])),
                MachineClock.SYSTEM,
                () -> {
                    throw new GeneralSecurityException("certificate: none (expected: plain HTTP)");
                },
                null);
        server.start(new WiredEmulator(arguments[1].equals("on"), server.timer()).pipeline());
        Thread.currentThread().join();
    }
}
