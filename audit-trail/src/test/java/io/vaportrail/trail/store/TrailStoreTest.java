package io.vaportrail.trail.store;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.CreateQueueResult;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TrailStoreTest {
    private static final Caller OTHER = Caller.root("444455556666", "444455556666");
    private static final String URL = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";

    private final TrailFixture trail = new TrailFixture();

    @Test
    void managementAndDataEventsAreMergedNewestFirst() {
        createQueue("one");
        send("hello");
        createQueue("two");
        assertThat(trail.newestFirst(StoredCall::eventName))
                .containsExactly("CreateQueue", "SendMessage", "CreateQueue");
        assertThat(trail.newestFirst(StoredCall::sequence)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void oldestFirstGoesOnFromAPosition() {
        createQueue("one");
        send("hello");
        TrailPosition end = trail.store.end();
        try (TrailCursor cursor = trail.store.oldestFirst(end)) {
            assertThat(cursor.next()).isNull();
        }
        createQueue("two");
        send("again");
        try (TrailCursor cursor = trail.store.oldestFirst(end)) {
            assertThat(sequences(cursor)).containsExactly(3L, 4L);
            assertThat(cursor.position()).isEqualTo(trail.store.end());
        }
    }

    @Test
    void dataEventsNeverEvictManagementEvents() {
        TrailFixture small = new TrailFixture(new TrailLimits(TrailLimits.LEAST, TrailLimits.LEAST));
        createQueue(small, "kept");
        for (int i = 0; i < 20_000; i++) {
            send(small, "hello");
        }
        TrailStatistics statistics = small.store.statistics();
        assertThat(statistics.management().records()).isEqualTo(1);
        assertThat(statistics.management().dropped()).isZero();
        assertThat(statistics.data().dropped()).isPositive();
        assertThat(statistics.data().dropped() + statistics.data().records()).isEqualTo(20_000);
        assertThat(statistics.data().bytes()).isLessThanOrEqualTo(TrailLimits.LEAST);
        assertThat(statistics.dropped()).isEqualTo(statistics.data().dropped());
        assertThat(statistics.records())
                .isEqualTo(small.newestFirst(StoredCall::sequence).size());
        assertThat(statistics.bytes())
                .isEqualTo(statistics.management().bytes() + statistics.data().bytes());
    }

    @Test
    void managementEventsAreKeptFor90DaysOfTheEmulatorsTimeAndDataEventsAreNotLimitedByTime() {
        createQueue("old");
        send("old");
        trail.clock.advance(Duration.ofDays(90));
        createQueue("new");
        assertThat(trail.newestFirst(StoredCall::eventName))
                .containsExactly("CreateQueue", "SendMessage", "CreateQueue");
        trail.clock.advance(Duration.ofMillis(1));
        assertThat(trail.newestFirst(StoredCall::eventName)).containsExactly("CreateQueue", "SendMessage");
        trail.clock.advance(Duration.ofDays(90));
        assertThat(trail.newestFirst(StoredCall::eventName)).containsExactly("SendMessage");
        assertThat(trail.store.statistics().management().records()).isZero();
        assertThat(trail.store.statistics().dropped()).isZero();
    }

    @Test
    void resettingEverythingLeavesNothing() {
        createQueue("one");
        send("hello");
        trail.store.reset(null);
        assertThat(trail.newestFirst(StoredCall::eventName)).isEmpty();
        assertThat(trail.store.statistics().records()).isZero();
        assertThat(trail.store.statistics().bytes()).isZero();
        createQueue("two");
        assertThat(trail.newestFirst(StoredCall::sequence)).containsExactly(3L);
    }

    @Test
    void resettingAnAccountHidesItsRecordsAndNoOthers() {
        createQueue("one");
        trail.store.record(call(SqsService.LIST_QUEUES, OTHER), null, null, null);
        trail.store.reset(ACCOUNT);
        assertThat(trail.newestFirst(StoredCall::recipientAccountId)).containsExactly(OTHER.accountId());
        createQueue("two");
        assertThat(trail.newestFirst(StoredCall::eventName)).containsExactly("CreateQueue", "ListQueues");
        trail.store.reset("999999999999");
        trail.store.reset(OTHER.accountId());
        assertThat(trail.newestFirst(StoredCall::recipientAccountId)).containsExactly(ACCOUNT);
        try (TrailCursor cursor = trail.store.oldestFirst(TrailPosition.START)) {
            assertThat(sequences(cursor)).containsExactly(3L);
            assertThat(cursor.position()).as("hidden records count as read").isEqualTo(trail.store.end());
        }
    }

    @Test
    void anEventIdIsUniqueAndAVersion4Uuid() {
        for (int i = 0; i < 100; i++) {
            send("hello");
        }
        assertThat(trail.newestFirst(StoredCall::eventId))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void sendersAreToldApart() {
        CallOrigin origin = TrailFixture.origin();
        for (int i = 0; i < 30; i++) {
            Caller caller = Caller.user(ACCOUNT, "user" + i % 12, "key");
            CallOrigin from = CallOrigin.within("192.0.2." + i, i % 2 == 0 ? "agent" : null, origin.baseUrl())
                    .over(origin.protocol(), origin.host(), i % 3 == 0 ? TrailFixture.TLS : null);
            trail.store.record(call(SqsService.LIST_QUEUES, caller, "region-" + i % 5, from), null, null, null);
        }
        List<Sender> senders = trail.newestFirst(StoredCall::sender);
        for (int i = 0; i < 30; i++) {
            Sender sender = senders.get(29 - i);
            assertThat(sender.caller().userName()).isEqualTo("user" + i % 12);
            assertThat(sender.sourceIpAddress()).isEqualTo("192.0.2." + i);
            assertThat(sender.userAgent()).isEqualTo(i % 2 == 0 ? "agent" : null);
            assertThat(sender.tls()).isEqualTo(i % 3 == 0 ? TrailFixture.TLS : null);
            assertThat(sender.region()).isEqualTo("region-" + i % 5);
        }
    }

    @Test
    void longTextsAreCut() {
        CallOrigin origin = TrailFixture.origin();
        CallOrigin talkative = CallOrigin.within(
                        origin.sourceIpAddress(), "a".repeat(1023) + "\uD83D\uDE00", origin.baseUrl())
                .over(null, origin.host(), null);
        trail.store.record(
                call(SqsService.LIST_QUEUES, SARAH, "eu-west-1", talkative),
                null,
                null,
                CommonError.sender("c".repeat(2000), 400, "m".repeat(2000)));
        Sender sender = trail.newest(StoredCall::sender);
        assertThat(sender.userAgent()).isEqualTo("a".repeat(1023));
        assertThat(trail.newest(StoredCall::errorCode)).isEqualTo("c".repeat(1024));
        assertThat(trail.newest(StoredCall::errorMessage)).isEqualTo("m".repeat(1024));
    }

    @Test
    void whatCloudTrailHasNoFieldForIsMarked() {
        trail.store.record(
                call(SqsService.LIST_QUEUES), null, null, CommonError.notImplemented(SqsService.LIST_QUEUES));
        assertThat(trail.newest(StoredCall::marks)).containsExactly(Mark.NOT_IMPLEMENTED);
        trail.store.record(
                call(SqsService.LIST_QUEUES), null, null, CommonError.sender("SerializationException", 400, "no JSON"));
        assertThat(trail.newest(StoredCall::marks)).containsExactly(Mark.UNREADABLE_INPUT);
        trail.store.record(call(LogsService.PUT_LOG_EVENTS), null, null, null);
        assertThat(trail.newest(StoredCall::marks)).containsExactly(Mark.NOT_RECORDED_BY_AWS);
        createQueue("plain");
        assertThat(trail.newest(StoredCall::marks)).isEmpty();
    }

    @Test
    void aCallThatConcernsAnotherAccountLeavesACopyThere() {
        Call call = call(SqsService.LIST_QUEUES);
        call.audit().sharedWith("444455556666");
        trail.store.record(call, null, null, null);
        assertThat(trail.newestFirst(StoredCall::recipientAccountId)).containsExactly("444455556666", ACCOUNT);
        assertThat(trail.newestFirst(StoredCall::sharedEventId)).doesNotContainNull();
        assertThat(trail.newestFirst(StoredCall::sharedEventId).stream().distinct())
                .hasSize(1);
        assertThat(trail.newestFirst(StoredCall::eventId)).doesNotHaveDuplicates();
        trail.store.reset(ACCOUNT);
        assertThat(trail.newestFirst(StoredCall::recipientAccountId)).containsExactly("444455556666");
    }

    @Test
    void whatGoesWrongIsCountedAndNeverThrown() {
        CreateQueueRequest broken = CreateQueueRequest.builder().queueName("q").build();
        Call call = call(SqsService.CREATE_QUEUE);
        call.audit().resource("AWS::SQS::Queue", nothing());
        trail.store.record(call, broken, null, null);
        assertThat(trail.store.statistics().dropped()).isEqualTo(1);
        assertThat(trail.store.statistics().records()).isZero();
        createQueue("next");
        assertThat(trail.newestFirst(StoredCall::eventName)).containsExactly("CreateQueue");
    }

    @Test
    void aListenerHearsOfEveryRecordUntilItLeaves() {
        AtomicInteger heard = new AtomicInteger();
        Consumer<Call> listener = call -> heard.incrementAndGet();
        trail.store.addListener(listener);
        createQueue("one");
        send("two");
        trail.store.removeListener(listener);
        createQueue("three");
        assertThat(heard).hasValue(2);
    }

    @Test
    void limitsAreChecked() {
        assertThatThrownBy(() -> new TrailLimits(1, TrailLimits.LEAST))
                .hasMessage("managementBytes: 1 (expected: at least 1048576)");
        assertThatThrownBy(() -> new TrailLimits(TrailLimits.LEAST, 2))
                .hasMessage("dataBytes: 2 (expected: at least 1048576)");
    }

    @Test
    @Timeout(60)
    void concurrentCallsAllArrive() throws Exception {
        int threads = 4;
        int each = 5000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                all.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        if (i % 2 == 0) {
                            send("hello");
                        } else {
                            createQueue("queue-" + thread + "-" + i);
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        List<Long> sequences = trail.newestFirst(StoredCall::sequence);
        assertThat(sequences).hasSize(threads * each).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(trail.store.statistics().dropped()).isZero();
    }

    @SuppressWarnings("NullAway") // a mistake on purpose
    private static String nothing() {
        return null;
    }

    private static List<Long> sequences(TrailCursor cursor) {
        List<Long> found = new ArrayList<>();
        for (StoredCall call = cursor.next(); call != null; call = cursor.next()) {
            found.add(call.sequence());
        }
        return found;
    }

    private void createQueue(String name) {
        createQueue(trail, name);
    }

    private static void createQueue(TrailFixture into, String name) {
        into.store.record(
                call(SqsService.CREATE_QUEUE),
                CreateQueueRequest.builder().queueName(name).build(),
                CreateQueueResult.builder().queueUrl(URL).build(),
                null);
    }

    private void send(String body) {
        send(trail, body);
    }

    private static void send(TrailFixture into, String body) {
        into.store.record(
                call(SqsService.SEND_MESSAGE),
                SendMessageRequest.builder().queueUrl(URL).messageBody(body).build(),
                null,
                null);
    }
}
