package io.vaportrail.logs.insights;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.validation.ModelValidationWording;
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
import io.vaportrail.support.OperationCalls;
import io.vaportrail.support.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Logs Insights behind its operations; what workers have to do waits until they are told. */
final class InsightsFixture {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "us-east-1";
    static final long NOW = 1_795_000_000_000L;

    final Deque<Runnable> work = new ArrayDeque<>();
    final EmulatorClock clock;
    final LogStore store;
    final LogsInsights insights;
    private final OperationCalls operations = new OperationCalls(
            ModelValidationWording.INSTANCE, WireProtocol.AWS_JSON_1_1, Caller.root(ACCOUNT, null), REGION);

    InsightsFixture() {
        Surroundings surroundings = new Surroundings(NOW).workingOn(work::add);
        clock = surroundings.clock;
        store = new LogStore(new EventMemory(1L << 26), clock, StateLog.NONE);
        GroupFinder finder = new GroupFinder(store);
        LookupTables tables = new LookupTables(store.memory(), new ResourceTags(), clock);
        insights = new LogsInsights(
                finder,
                store,
                new DataProtection(finder, clock),
                tables,
                new IndexPolicies(finder, clock),
                surroundings.context(),
                Duration.ZERO);
        insights.register(operations);
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
        return operations.call(operation, input);
    }
}
