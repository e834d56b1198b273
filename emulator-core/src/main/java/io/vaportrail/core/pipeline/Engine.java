package io.vaportrail.core.pipeline;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.RequestConventions;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The middle of the way, the same for calls from outside and from within: validation, authorisation, the operation. Whatever goes
 * wrong becomes the error that the caller is told, here and nowhere else.
 */
final class Engine {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);

    private final ServiceHost host;
    private final Authorizer authorizer;
    private final Executor workers;

    Engine(ServiceHost host, Authorizer authorizer, Executor workers) {
        this.host = host;
        this.authorizer = authorizer;
        this.workers = workers;
    }

    /** Takes what came of a call; exactly one of the arguments is {@code null}. */
    interface Completion {
        void complete(@Nullable Struct output, @Nullable ServiceException error);
    }

    /** What a service does with requests beside what its model describes. */
    RequestConventions requestsOf(@Nullable ServiceSchema service) {
        HostedService hosted = service == null ? null : host.find(service);
        return hosted == null ? RequestConventions.PLAIN : hosted.requests();
    }

    /** Runs the call and tells what came of it, now or later, once. Throws nothing. */
    void run(Call call, Struct input, Completion completion) {
        Execution execution;
        try {
            HostedService service = host.find(call.operation().service());
            execution = service == null ? null : service.execution(call.operation());
            if (service == null || execution == null) {
                throw CommonError.notImplemented(call.operation());
            }
            validate(call, input, service);
            call.decideBy(authorizer, input);
            if (!service.module().decidesEach(call.operation())) {
                authorizer.authorize(call, input);
            }
        } catch (Throwable e) {
            completion.complete(null, told(call, e));
            return;
        }
        if (execution instanceof Execution.Inline inline) {
            handle(call, input, inline.handler(), completion);
        } else if (execution instanceof Execution.OnWorker onWorker) {
            try {
                workers.execute(() -> handle(call, input, onWorker.handler(), completion));
            } catch (RejectedExecutionException e) {
                completion.complete(
                        null,
                        CommonError.receiver(
                                "ServiceUnavailable",
                                503,
                                "The request has failed due to a temporary failure of the server."));
            }
        } else if (execution instanceof Execution.Async async) {
            await(call, input, async, completion);
        }
    }

    private static void validate(Call call, Struct input, HostedService service) {
        List<Violation> violations = Validator.validate(input);
        if (!violations.isEmpty()) {
            throw service.violations()
                    .word(call.operation(), violations, call.origin().protocol());
        }
    }

    private static void handle(
            Call call,
            Struct input,
            io.vaportrail.core.service.Handler<Struct, Struct> handler,
            Completion completion) {
        Struct output;
        try {
            output = handler.handle(input, call);
        } catch (Throwable e) {
            completion.complete(null, told(call, e));
            return;
        }
        completion.complete(output, null);
    }

    private static void await(Call call, Struct input, Execution.Async async, Completion completion) {
        try {
            async.handler().handle(input, call).whenComplete((output, error) -> {
                if (error == null) {
                    completion.complete(output, null);
                } else {
                    completion.complete(null, told(call, error));
                }
            });
        } catch (Throwable e) {
            completion.complete(null, told(call, e));
        }
    }

    /** What the caller is told of a failure: itself when it is an answer, else InternalFailure, and the log tells the rest. */
    static ServiceException told(Call call, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ServiceException answer) {
            return answer;
        }
        log.error("{} {} failed", call.requestId(), call.operation(), cause);
        return CommonError.internalFailure();
    }
}
