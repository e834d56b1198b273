package io.vaportrail.app;

import io.vaportrail.app.seed.Seeder;
import io.vaportrail.app.tls.LocalAuthority;
import io.vaportrail.core.admin.AdminParts;
import io.vaportrail.core.admin.AdminRoutes;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.http.client.JdkHttpSender;
import io.vaportrail.core.identity.IdentityResolver;
import io.vaportrail.core.pipeline.Pipeline;
import io.vaportrail.core.pipeline.PolicyAuthorizer;
import io.vaportrail.core.pipeline.RequestLog;
import io.vaportrail.core.pipeline.ServiceCalls;
import io.vaportrail.core.pipeline.ServiceHost;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.core.routing.ModelRouter;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.core.transport.HttpServer;
import io.vaportrail.events.EventsModule;
import io.vaportrail.identity.Identity;
import io.vaportrail.logs.LogsModule;
import io.vaportrail.metrics.CloudWatch;
import io.vaportrail.s3.S3Module;
import io.vaportrail.sns.SnsModule;
import io.vaportrail.sqs.SqsModule;
import io.vaportrail.trail.AuditTrail;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** A running emulator: every module, wired by hand. */
public final class Emulator implements AutoCloseable {
    private final EmulatorOptions options;
    private final PendingWork pending = new PendingWork();
    private final EmulatorClock clock;
    private final ExecutorService workers = Workers.create();
    private final HttpRoutes routes = new HttpRoutes();
    private final HttpServer server;
    private final AuditTrail trail;
    private final Identity identity;
    private final CloudWatch metrics;
    private final ServiceHost host;
    private final Pipeline pipeline;
    private final Seeder seeder;
    private @Nullable InetSocketAddress address;

    private Emulator(EmulatorOptions options) {
        this.options = options;
        this.clock = new EmulatorClock(options.machineClock(), pending);
        this.identity = new Identity(clock);
        this.trail = new AuditTrail(clock, options.ids(), options.trail(), options.trailDelivery(), pending);
        this.metrics = new CloudWatch(clock, options.metricsMemoryBytes(), workers);
        this.host = new ServiceHost(modules());
        LocalAuthority certificates = new LocalAuthority(
                options.machineClock(),
                options.settings().publicUrl(),
                options.settings().signingUrl());
        this.server = new HttpServer(
                options.server(),
                options.machineClock(),
                certificates,
                options.settings().publicUrl());
        IdentityResolver identities = new IdentityResolver(options.settings(), identity.keys());
        this.pipeline = new Pipeline(new Pipeline.Parts(
                routes,
                new ModelRouter(new ModelCatalog(), Protocols.all()),
                identities,
                host,
                new PolicyAuthorizer(options.settings().iam(), identity.policies(), host, clock),
                trail.sink(),
                List.of(new RequestLog(), identity.usage(), metrics.calls()),
                options.ids(),
                workers,
                options.settings()));
        ServiceCalls calls = pipeline.serviceCalls(pending);
        this.seeder = new Seeder(calls, identities, options.settings());
        EmulatorContext context = new EmulatorContext(
                clock,
                server.timer(),
                options.ids(),
                calls,
                routes,
                workers,
                StateLog.NONE,
                options.settings(),
                trail.sink(),
                new JdkHttpSender(pending),
                certificates,
                metrics.sink());
        host.start(context);
        trail.addRoutes(context);
        trail.eventsWantedBy((account, region) -> {
            EventsModule events = host.module(EventsModule.class);
            return events != null && events.takesEvents(account, region);
        });
        ServiceRoutes.add(routes, host);
        metrics.addRoutes(routes);
        AdminRoutes.add(
                routes,
                new AdminParts(
                        Version.text(),
                        options.machineClock(),
                        clock,
                        pending,
                        host,
                        List.of(
                                new AuditHealth(trail),
                                new ConnectionHealth(server),
                                new MetricsHealth(metrics),
                                new LogsHealth(host)),
                        options.shown(),
                        this::reset,
                        certificates));
    }

    private Map<String, ServiceModule.Factory> modules() {
        return Map.ofEntries(
                Map.entry("cloudtrail", trail.module()),
                Map.entry("cloudwatch", metrics.module()),
                Map.entry("events", EventsModule::new),
                Map.entry("iam", identity.iam()),
                Map.entry("logs", context -> new LogsModule(context, options.logsMemoryBytes(), metrics.logEvents())),
                Map.entry("s3", context -> new S3Module(context, options.s3MemoryBytes())),
                Map.entry("sns", SnsModule::new),
                Map.entry("sqs", SqsModule::new),
                Map.entry("sts", identity.sts()));
    }

    /**
     * Starts an emulator.
     *
     * @throws IOException when the address cannot be had
     */
    public static Emulator start(EmulatorOptions options) throws IOException {
        return start(options, null);
    }

    /**
     * Starts an emulator that has made the calls of a file before it listens.
     *
     * @param seedFile JSON, or {@code null} for none
     * @throws IOException when the address cannot be had; a {@link io.vaportrail.app.seed.SeedException} when the file is not
     *     understood or one of its calls fails
     */
    public static Emulator start(EmulatorOptions options, @Nullable Path seedFile) throws IOException {
        Emulator emulator = new Emulator(options);
        try {
            if (seedFile != null) {
                emulator.seeder.run(seedFile);
            }
            emulator.address = emulator.server.start(emulator.pipeline);
        } catch (IOException e) {
            emulator.workers.shutdownNow();
            throw e;
        }
        return emulator;
    }

    /** Where it listens, for example {@code http://127.0.0.1:4566}. */
    public URI endpoint() {
        InetSocketAddress bound = address;
        if (bound == null) {
            throw new IllegalStateException("endpoint: none (expected: a started emulator)");
        }
        String name = options.server().host();
        return URI.create("http://" + (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + bound.getPort());
    }

    /** Domain time. */
    public EmulatorClock clock() {
        return clock;
    }

    /** The service modules. */
    public ServiceHost services() {
        return host;
    }

    /**
     * Forgets everything and returns to the machine's time, or forgets everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        if (accountId == null) {
            // First, or it would drop timers of what comes into being behind the reset.
            clock.reset();
        }
        host.reset(accountId);
        trail.reset(accountId);
        metrics.reset(accountId);
    }

    /** The page that says which operations are implemented. */
    public String coverage() {
        return Coverage.page(host);
    }

    /** Stops: open polls are answered, requests being worked on are finished within the server's grace. */
    @Override
    public void close() {
        server.stop();
        clock.stop();
        workers.shutdownNow();
    }
}
