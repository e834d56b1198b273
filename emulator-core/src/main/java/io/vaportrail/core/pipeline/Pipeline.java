package io.vaportrail.core.pipeline;

import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpHandler;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.identity.CredentialScope;
import io.vaportrail.core.identity.CredentialScopes;
import io.vaportrail.core.identity.IdentityResolver;
import io.vaportrail.core.identity.RefusedCredentials;
import io.vaportrail.core.protocol.json.JsonEventSender;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.routing.HostRegion;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.Router;
import io.vaportrail.core.routing.RoutingException;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.EventSender;
import io.vaportrail.core.service.RequestConventions;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one request, in order:
 *
 * <ol>
 *   <li>routes outside the AWS protocols (administration) take what is theirs, and {@link PageRequests} what browsers ask for pages;
 *   <li>{@link Router}: which service, operation and protocol;
 *   <li>{@link IdentityResolver}: who calls; from here on the call leaves a record, whatever comes of it;
 *   <li>{@link io.vaportrail.core.protocol.Protocol#decode}: bytes to the operation's input;
 *   <li>{@link io.vaportrail.core.validation.Validator}: the model's constraints;
 *   <li>{@link Authorizer}: whether the caller may;
 *   <li>the service's operation, on the event loop, on a worker, or answering later;
 *   <li>{@link AuditSink}: the record; {@link CallListener}s: metrics and request log;
 *   <li>{@link io.vaportrail.core.protocol.Protocol#encode}: output or error to bytes.
 * </ol>
 *
 * Calls from one service to another take the same way through {@link ServiceCalls}, without the codecs.
 */
public final class Pipeline implements HttpHandler {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);
    private static final int BODY_TOO_LARGE = 413;
    private static final int BUSY = 503;

    private final HttpRoutes routes;
    private final Router router;
    private final IdentityResolver identities;
    private final Ids ids;
    private final EmulatorSettings settings;
    private final Engine engine;
    private final Recorder recorder;
    private final PageRequests pages;

    /** A pipeline of these parts. */
    public Pipeline(Parts parts) {
        this.routes = parts.routes;
        this.router = parts.router;
        this.identities = parts.identities;
        this.ids = parts.ids;
        this.settings = parts.settings;
        this.engine = new Engine(parts.host, parts.authorizer, parts.workers);
        this.recorder = new Recorder(parts.audit, parts.listeners);
        this.pages = new PageRequests(router, engine, ids);
    }

    /**
     * What a pipeline is made of.
     *
     * @param routes routes outside the AWS protocols
     * @param router finds service and operation
     * @param identities finds the caller
     * @param host the service modules
     * @param authorizer decides who may
     * @param audit records
     * @param listeners count and log
     * @param ids ids and chance
     * @param workers the pool for work of over a millisecond
     * @param settings how the emulator was started
     */
    public record Parts(
            HttpRoutes routes,
            Router router,
            IdentityResolver identities,
            ServiceHost host,
            Authorizer authorizer,
            AuditSink audit,
            List<CallListener> listeners,
            Ids ids,
            Executor workers,
            EmulatorSettings settings) {}

    /** The same way for calls between services. */
    public ServiceCalls serviceCalls(io.vaportrail.core.time.PendingWork pending) {
        return new ServiceCalls(engine, recorder, ids, settings, pending);
    }

    @Override
    public void handle(Exchange exchange) {
        HttpRequest request = exchange.request();
        HttpRoute special = request.path().length() > 1 ? routes.find(request.method(), request.path()) : null;
        if (special != null) {
            special.handle(exchange);
            return;
        }
        HttpResponse toBrowser = pages.answer(request);
        if (toBrowser != null) {
            exchange.respond(toBrowser);
            return;
        }
        String requestId = null;
        try {
            Route route = router.route(request);
            requestId = requestId(route.operation().service());
            begin(exchange, route, requestId);
        } catch (RoutingException e) {
            exchange.respond(e.protocol().encodeError(e.service(), e.answer(), requestId(e.service())));
        } catch (RuntimeException e) {
            requestId = requestId == null ? ids.uuid() : requestId;
            log.error("{} {} {} failed", requestId, request.method(), request.path(), e);
            exchange.respond(HttpResponse.of(500).header("x-amzn-RequestId", requestId));
        }
    }

    @Override
    public HttpResponse refuse(HttpRequest head, int status, String message) {
        try {
            Route route = router.route(head);
            ServiceSchema service = route.operation().service();
            ServiceException answer = refusal(status, message, takesStream(route));
            return route.protocol().encodeError(service, answer, requestId(service));
        } catch (RoutingException e) {
            return e.protocol().encodeError(e.service(), refusal(status, message, false), requestId(e.service()));
        }
    }

    private String requestId(@Nullable ServiceSchema service) {
        return engine.requestsOf(service).newRequestId(ids);
    }

    /**
     * What a client is told whose body was not taken; S3 has a name of its own for an object that is too large.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error responses</a>
     */
    private static ServiceException refusal(int status, String message, boolean stream) {
        return switch (status) {
            case BODY_TOO_LARGE ->
                stream
                        ? CommonError.sender("EntityTooLarge", 400, message)
                        : CommonError.sender("RequestEntityTooLarge", status, message);
            case BUSY -> CommonError.receiver("ServiceUnavailable", status, message);
            default -> CommonError.sender("SerializationException", status, message);
        };
    }

    @Override
    public boolean admitsPage(HttpRequest head) {
        return routes.find(head.method(), head.path()) == null && pages.admits(head);
    }

    @Override
    public boolean takesStream(HttpRequest head) {
        try {
            return takesStream(router.route(head));
        } catch (RoutingException e) {
            return false;
        }
    }

    private static boolean takesStream(Route route) {
        Member payload = route.operation().input().payloadMember();
        return payload != null && payload.streaming() && payload.target().type() == ShapeType.BLOB;
    }

    private void begin(Exchange exchange, Route routed, String requestId) {
        long start = System.nanoTime();
        Route route = routed;
        HttpRequest request = exchange.request();
        CredentialScope scope;
        Caller caller;
        try {
            HttpRequest signed = engine.requestsOf(routed.operation().service()).opened(request);
            route = signed == request ? routed : router.route(signed);
            scope = CredentialScopes.of(signed);
            caller = identities.resolve(
                    scope, route.operation().unsigned(), () -> CredentialScopes.sessionToken(signed));
        } catch (ServiceException e) {
            ServiceSchema service = route.operation().service();
            exchange.respond(route.protocol().encodeError(service, inWordsOf(service, route, e), requestId));
            return;
        }
        Call call = new Call(
                route.operation(), caller, regionOf(route, scope, request), requestId, originOf(request, route));
        new Journey(exchange, route, call, start).go();
    }

    private static ServiceException inWordsOf(ServiceSchema service, Route route, ServiceException refusal) {
        return refusal instanceof RefusedCredentials credentials
                ? credentials.in(route.protocol().id(), service.identification().queryCompatible())
                : refusal;
    }

    /** The only one of a service without regions, else the signature's, else the host's, else the default. */
    private String regionOf(Route route, @Nullable CredentialScope scope, HttpRequest request) {
        String only = route.operation().service().identification().onlyRegion();
        if (only != null) {
            return only;
        }
        String signed = scope == null ? null : scope.region();
        String region = signed == null ? HostRegion.of(request.header("Host")) : signed;
        return region == null ? settings.defaultRegion() : region;
    }

    private CallOrigin originOf(HttpRequest request, Route route) {
        String host = request.header("Host");
        return new CallOrigin(
                request.origin().remoteAddress(),
                request.header("User-Agent"),
                host,
                BaseUrls.of(settings, request.origin(), host),
                request.origin().tls(),
                route.protocol().id(),
                0,
                request.header("X-Amzn-Trace-Id"),
                request,
                null);
    }

    /** One call from outside. */
    private final class Journey implements Engine.Completion {
        private final Exchange exchange;
        private final Route route;
        private final Call call;
        private final long start;
        private final RequestConventions conventions;
        private @Nullable Struct input;

        Journey(Exchange exchange, Route route, Call call, long start) {
            this.exchange = exchange;
            this.route = route;
            this.call = call;
            this.start = start;
            this.conventions = engine.requestsOf(call.operation().service());
        }

        void go() {
            conventions.received(call, exchange.request());
            Struct decoded;
            try {
                decoded = route.protocol().decode(call.operation(), route.request());
            } catch (Throwable e) {
                complete(null, Engine.told(call, e));
                return;
            }
            input = decoded;
            engine.run(call, decoded, this);
            if (!answered) {
                exchange.onDisconnect(call::cancel);
            }
        }

        private volatile boolean answered;

        @Override
        public void complete(@Nullable Struct output, @Nullable ServiceException error) {
            answered = true;
            Consumer<EventSender> events = call.events();
            if (events != null && error == null) {
                stream(output, events);
                return;
            }
            HttpResponse response = null;
            ServiceException told = error;
            if (output != null) {
                try {
                    response = route.protocol().encode(call.operation(), output, call.requestId());
                } catch (RuntimeException e) {
                    told = Engine.told(call, e);
                }
            }
            answer(response, response == null ? null : output, told);
        }

        /** Whatever is answered is recorded, an answer that could not be written as the failure that the caller is told of. */
        private void answer(@Nullable HttpResponse written, @Nullable Struct output, @Nullable ServiceException error) {
            HttpResponse response = written;
            ServiceException told = error;
            if (response == null) {
                told = error == null ? CommonError.internalFailure() : error;
                response = route.protocol().encodeError(call.operation().service(), told, call.requestId());
            }
            response = conventions.answered(
                    call, exchange.request(), route.request().labels(), response);
            recorder.record(call, input, output, told);
            recorder.completed(call, response.status(), told, System.nanoTime() - start);
            exchange.respond(response);
        }

        /** Answers with events that follow one another until either side ends it; recorded when it begins. */
        private void stream(@Nullable Struct output, Consumer<EventSender> events) {
            HttpResponse head = JsonEventSender.head(call.requestId());
            recorder.record(call, input, output, null);
            recorder.completed(call, head.status(), null, System.nanoTime() - start);
            events.accept(new JsonEventSender(exchange.stream(head)));
        }
    }
}
