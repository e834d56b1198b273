package io.vaportrail.identity.sts;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.EntityName;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** STS behind its operations, without sockets and codecs, on a clock moved by hand. Inputs are validated as in the pipeline. */
final class StsFixture {
    static final String ACCOUNT = "111122223333";
    static final String OTHER = "444455556666";
    static final String REGION = "eu-west-1";

    /** 2025-06-15T15:06:40Z. */
    static final long START = 1_750_000_000_000L;

    final EmulatorClock clock = new EmulatorClock(() -> START, new PendingWork());
    final Accounts accounts = new Accounts(clock);
    final HttpRoutes routes = new HttpRoutes();
    private final StsModule module;
    private final Map<OperationSchema<?, ?>, AsyncHandler<Struct, Struct>> handlers = new HashMap<>();
    private Caller caller = Caller.user(ACCOUNT, "sarah", "sarah");
    private @Nullable Call lastCall;

    StsFixture() {
        this(false);
    }

    StsFixture(boolean strict) {
        clock.freeze();
        InternalCalls noCalls = new InternalCalls() {
            @Override
            public <I extends Struct, O extends Struct> CompletionStage<O> call(
                    OperationSchema<I, O> operation, I input, Caller by, String where, @Nullable Call cause) {
                throw new AssertionError("call to another service: " + operation.name() + " (expected: none)");
            }
        };
        EmulatorSettings settings = new EmulatorSettings(strict, "000000000000", "us-east-1", null);
        module = new StsModule(
                EmulatorContext.of(
                        clock,
                        (delay, task) -> {
                            throw new AssertionError("machine timer (expected: not used)");
                        },
                        new SeededIds(7),
                        noCalls,
                        routes,
                        Runnable::run,
                        settings),
                accounts,
                PolicyDirectory.EMPTY,
                accounts::reset);
        module.register(new Registry());
    }

    private final class Registry implements OperationRegistry {
        @Override
        public <I extends Struct, O extends Struct> OperationRegistry inline(
                OperationSchema<I, O> operation, Handler<I, O> handler) {
            return async(operation, (input, call) -> CompletableFuture.completedFuture(handler.handle(input, call)));
        }

        @Override
        public <I extends Struct, O extends Struct> OperationRegistry onWorker(
                OperationSchema<I, O> operation, Handler<I, O> handler) {
            return inline(operation, handler);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <I extends Struct, O extends Struct> OperationRegistry async(
                OperationSchema<I, O> operation, AsyncHandler<I, O> handler) {
            handlers.put(operation, (AsyncHandler<Struct, Struct>) (AsyncHandler<?, ?>) handler);
            return this;
        }
    }

    /** A user that was never created, by name. */
    StsFixture as(String userName) {
        return as(Caller.user(ACCOUNT, userName, userName));
    }

    StsFixture as(Caller other) {
        caller = other;
        return this;
    }

    /** The holder of credentials that were issued. */
    StsFixture as(Credentials credentials) {
        return as(holderOf(credentials).caller());
    }

    SessionCredentials holderOf(Credentials credentials) {
        return Objects.requireNonNull(accounts.sessions().inForce(credentials.accessKeyId()), "session");
    }

    Call lastCall() {
        return Objects.requireNonNull(lastCall, "a call");
    }

    Role role(String name, String trustPolicy) {
        return role(ACCOUNT, "/", name, trustPolicy, 3_600);
    }

    Role role(String accountId, String path, String name, String trustPolicy, int maxSeconds) {
        Role role = new Role(
                accountId,
                new EntityName(path, name),
                "AROA" + name,
                clock.now(),
                parse(trustPolicy),
                maxSeconds,
                null);
        accounts.of(accountId).roles().add(role);
        return role;
    }

    private static PolicyDocument parse(String trustPolicy) {
        try {
            return PolicyDocument.parse(trustPolicy, PolicyKind.TRUST);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(trustPolicy, e);
        }
    }

    /** A trust policy of one statement. */
    static String trusting(String principal, String action, String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":" + principal
                + ",\"Action\":" + action + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}]}";
    }

    /** A trust policy for everybody in the account. */
    static String trustingAccount(String accountId) {
        return trusting(
                "{\"AWS\":\"" + accountId + "\"}",
                "[\"sts:AssumeRole\",\"sts:TagSession\",\"sts:SetSourceIdentity\"]",
                "");
    }

    <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        CallOrigin origin = CallOrigin.within("127.0.0.1", "test", "http://localhost:4566")
                .over(WireProtocol.AWS_QUERY, "localhost:4566", null);
        Call call = new Call(operation, caller, REGION, "request", origin);
        lastCall = call;
        List<Violation> violations = Validator.validate(input);
        if (!violations.isEmpty()) {
            throw module.violations().word(operation, violations, WireProtocol.AWS_QUERY);
        }
        AsyncHandler<Struct, Struct> handler =
                Objects.requireNonNull(handlers.get(operation), () -> operation.name() + " is not registered");
        @SuppressWarnings("unchecked")
        O output = (O) handler.handle(input, call).toCompletableFuture().join();
        return output;
    }

    /** Status, code and message of a refusal. */
    <I extends Struct, O extends Struct> String refused(OperationSchema<I, O> operation, I input) {
        Throwable thrown = catchThrowable(() -> call(operation, input));
        if (thrown instanceof ServiceException error) {
            String queryCode = error.error().queryCode();
            return error.error().httpStatus() + " "
                    + (queryCode == null ? error.error().code() : queryCode) + ": " + error.getMessage();
        }
        throw new AssertionError(operation.name() + ": " + thrown + " (expected: a refusal)", thrown);
    }

    static AssumeRoleRequest.Builder assuming(Role role) {
        return AssumeRoleRequest.builder().roleArn(role.arn()).roleSessionName("deploy");
    }

    AssumeRoleResponse assume(AssumeRoleRequest.Builder request) {
        return call(StsService.ASSUME_ROLE, request.build());
    }

    String refusedToAssume(AssumeRoleRequest.Builder request) {
        return refused(StsService.ASSUME_ROLE, request.build());
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }
}
