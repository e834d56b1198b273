package io.vaportrail.logs.insights;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.group.ResourceTags;
import io.vaportrail.logs.index.IndexPolicies;
import io.vaportrail.logs.lookup.LookupTables;
import io.vaportrail.logs.protection.DataProtection;
import io.vaportrail.logs.store.EventMemory;
import io.vaportrail.logs.store.GroupSettings;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.LogGroupClass;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Logs Insights behind its operations; what workers have to do waits until they are told. */
final class InsightsFixture {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "us-east-1";
    static final long NOW = 1_795_000_000_000L;

    final Deque<Runnable> work = new ArrayDeque<>();
    final EmulatorClock clock = new EmulatorClock(() -> NOW, new PendingWork());
    final LogStore store;
    final LogsInsights insights;
    private final Map<OperationSchema<?, ?>, AsyncHandler<Struct, Struct>> handlers = new HashMap<>();

    InsightsFixture() {
        clock.freeze();
        store = new LogStore(new EventMemory(1L << 26), clock, StateLog.NONE);
        EmulatorContext context = EmulatorContext.of(
                clock,
                (delay, task) -> () -> {},
                new SeededIds(7),
                new NoCalls(),
                new HttpRoutes(),
                work::add,
                new EmulatorSettings(false, ACCOUNT, REGION, null));
        GroupFinder finder = new GroupFinder(store);
        LookupTables tables = new LookupTables(store.memory(), new ResourceTags(), clock);
        insights = new LogsInsights(
                finder,
                store,
                new DataProtection(finder, clock),
                tables,
                new IndexPolicies(finder, clock),
                context,
                Duration.ZERO);
        insights.register(new Registry());
    }

    LogGroup group(String name, String groupClass) {
        return store.create(
                LogArn.group(REGION, ACCOUNT, name), groupClass, new GroupSettings(null, null, Map.of(), false));
    }

    /** A group of class STANDARD with events a second apart, the last one now. */
    LogGroup group(String name, List<String> messages) {
        LogGroup group = group(name, LogGroupClass.STANDARD);
        LogStream stream = store.createStream(group, "one");
        List<LogStream.Incoming> events = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String message = messages.get(i);
            events.add(new LogStream.Incoming(
                    NOW - 1000L * (messages.size() - 1 - i), message, message.getBytes(StandardCharsets.UTF_8)));
        }
        store.append(stream, events, NOW);
        return group;
    }

    /** Lets the workers work. */
    void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        CallOrigin origin = CallOrigin.within("127.0.0.1", "test", "http://localhost")
                .over(WireProtocol.AWS_JSON_1_1, "localhost", null);
        Call call = new Call(operation, Caller.root(ACCOUNT, null), REGION, "request", origin);
        @SuppressWarnings("unchecked")
        CompletableFuture<O> answer =
                (CompletableFuture<O>) Objects.requireNonNull(handlers.get(operation), operation.name())
                        .handle(input, call)
                        .toCompletableFuture();
        return answer.join();
    }

    /** There are no other services. */
    private static final class NoCalls implements InternalCalls {
        @Override
        public <I extends Struct, O extends Struct> CompletionStage<O> call(
                OperationSchema<I, O> operation, I input, Caller caller, String region, @Nullable Call cause) {
            return CompletableFuture.failedFuture(CommonError.notImplemented(operation));
        }
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
}
