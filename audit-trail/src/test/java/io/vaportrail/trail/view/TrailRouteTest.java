package io.vaportrail.trail.view;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static io.vaportrail.trail.store.TrailFixture.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.time.Cancellable;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.PutLogEventsRequest;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.DeleteQueueRequest;
import io.vaportrail.model.sqs.QueueDoesNotExist;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.support.FakeExchange;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailFixture;
import io.vaportrail.trail.store.TrailLimits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailRouteTest {
    private static final Caller MIKE = Caller.user(ACCOUNT, "mike", "mike");
    private static final Pattern EVENT_NAME = Pattern.compile("\"eventName\":\"(\\w+)\"");

    private final Deque<Runnable> timers = new ArrayDeque<>();
    private final RecordRenderer renderer = new RecordRenderer();
    private TrailFixture trail = new TrailFixture();
    private HttpRoute route = route(trail);
    private boolean workersBusy;

    private HttpRoute route(TrailFixture over) {
        HttpRoutes routes = new HttpRoutes();
        Markers markers = new Markers(over.store, over.clock);
        TrailRoutes.add(routes, over.store, renderer, markers, over.clock, this::work, (delay, task) -> {
            timers.add(task);
            return nothing();
        });
        return Objects.requireNonNull(routes.find("GET", TrailRoutes.PATH), "the route");
    }

    @Test
    void recordsComeInTheFormOfLogFilesNewestFirst() {
        createQueue(SARAH, "orders");
        send("orders");
        FakeExchange exchange = get(null);
        assertThat(exchange.response().status()).isEqualTo(200);
        assertThat(exchange.response().header("Content-Type")).isEqualTo("application/json");
        List<String> records = trail.newestFirst(renderer::render);
        assertThat(exchange.text()).isEqualTo("{\"Records\":[" + records.get(0) + "," + records.get(1) + "]}");
    }

    @Test
    void anEmptyTrailIsAnEmptyList() {
        assertThat(get("").text()).isEqualTo("{\"Records\":[]}");
        assertThat(get("format=text").text()).isEmpty();
    }

    @Test
    void whatCloudTrailHasNoFieldForStandsApart() {
        trail.store.record(
                call(LogsService.PUT_LOG_EVENTS),
                PutLogEventsRequest.builder()
                        .logGroupName("g")
                        .logStreamName("s")
                        .logEvents(List.of())
                        .build(),
                null,
                null);
        trail.store.record(
                call(SqsService.LIST_QUEUES), null, null, CommonError.notImplemented(SqsService.LIST_QUEUES));
        String newest = trail.newest(StoredCall::eventId);
        String oldest = trail.newestFirst(StoredCall::eventId).get(1);
        assertThat(get(null).text())
                .endsWith("],\"Marks\":{\"" + newest + "\":[\"not-implemented\"],\"" + oldest
                        + "\":[\"not-recorded-by-aws\"]}}");
        assertThat(names("category=none")).containsExactly("PutLogEvents");
    }

    @ParameterizedTest
    @CsvSource({
        "eventName=CreateQueue, CreateQueue",
        "eventName=CreateQueue&eventName=SendMessage, SendMessage CreateQueue",
        "eventSource=sqs, DeleteQueue SendMessage CreateQueue",
        "eventSource=sqs.amazonaws.com, DeleteQueue SendMessage CreateQueue",
        "eventSource=sns, ''",
        "username=mike, DeleteQueue",
        "username=MIKE, ''",
        "resource=orders, DeleteQueue SendMessage CreateQueue",
        "resource=https%3A%2F%2Fsqs%2F111122223333%2Forders, DeleteQueue SendMessage",
        "resource=arn:aws:sqs:eu-west-1:111122223333:orders, SendMessage",
        "category=Management, DeleteQueue CreateQueue",
        "category=data, SendMessage",
        "error=true, DeleteQueue",
        "error=false, SendMessage CreateQueue",
        "error=QueueDoesNotExist, DeleteQueue",
        "error=Other, ''",
        "since=2026-03-09T14:06:00Z, DeleteQueue",
        "until=2026-03-09T14:06:00Z, SendMessage CreateQueue",
        "since=PT30S, DeleteQueue",
        "until=PT30S, SendMessage CreateQueue",
        "region=eu-west-1, DeleteQueue SendMessage CreateQueue",
        "region=us-east-1, ''",
        "account=111122223333, DeleteQueue SendMessage CreateQueue",
        "account=444455556666, ''",
        "limit=2, DeleteQueue SendMessage",
        "username=sarah&category=Management, CreateQueue",
        "&&eventName=CreateQueue&, CreateQueue",
        "format=json&follow=false&limit=1, DeleteQueue"
    })
    void filters(String query, String expected) {
        createQueue(SARAH, "orders");
        send("orders");
        trail.clock.advance(Duration.ofMinutes(1));
        trail.store.record(
                call(SqsService.DELETE_QUEUE, MIKE),
                DeleteQueueRequest.builder().queueUrl(url("orders")).build(),
                null,
                QueueDoesNotExist.of("gone"));
        assertThat(String.join(" ", names(query))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eventname=x | parameter: eventname (expected: one of account, category, error, eventName, eventSource,"
                        + " follow, format, limit, order, region, resource, since, until, username, where)",
                "limit=0 | limit: 0 (expected: 1 to 10000)",
                "limit=10001 | limit: 10001 (expected: 1 to 10000)",
                "limit=many | limit: many (expected: 1 to 10000)",
                "limit | limit:  (expected: 1 to 10000)",
                "limit=1&limit=2 | limit: 2 values (expected: one)",
                "format=xml | format: xml (expected: json or text)",
                "follow=yes | follow: yes (expected: false or true)",
                "category=audit | category: audit (expected: Management, Data or None)",
                "since=yesterday | since: yesterday (expected: a time like 2026-01-31T12:00:00Z, how long ago like"
                        + " PT10M, or marker:NAME)",
                "until=P | until: P (expected: a time like 2026-01-31T12:00:00Z, how long ago like PT10M, or"
                        + " marker:NAME)",
                "since=PT99999999999999999H | since: PT99999999999999999H (expected: a time like 2026-01-31T12:00:00Z,"
                        + " how long ago like PT10M, or marker:NAME)",
                "since=marker:gone | since: marker:gone (expected: a marker that was set by POST"
                        + " /_vaportrail/trail/markers/NAME)",
                "order=up | order: up (expected: newest or oldest)",
                "order=newest&follow=true | order: with follow (expected: one of the two: who follows sees the oldest"
                        + " first)",
                "where=eventName | where, character 10: the end (expected: =, !=, <, <=, >, >=, in, like, exists or"
                        + " not)",
                "username=%zz | query: %zz (expected: percent-encoded text)"
            })
    void whatMakesNoSenseIsRefusedInOneLine(String query, String message) {
        FakeExchange exchange = get(query);
        assertThat(exchange.response().status()).isEqualTo(400);
        assertThat(exchange.text()).isEqualTo(message + "\n");
    }

    @Test
    void aLimitThatCutsSaysSo() {
        for (int i = 0; i < 101; i++) {
            createQueue(SARAH, "queue-" + i);
        }
        assertThat(get(null).text()).endsWith("],\"Truncated\":true}");
        assertThat(names(null)).hasSize(100);
        assertThat(get("limit=101").text()).endsWith("]}");
    }

    @Test
    void anAnswerStaysWithinItsBytes() {
        String large = "x".repeat(90_000);
        for (int i = 0; i < 110; i++) {
            createQueue(SARAH, large);
        }
        FakeExchange exchange = get("limit=10000");
        assertThat(exchange.text()).endsWith("],\"Truncated\":true}");
        assertThat(exchange.response().body().length).isBetween(TrailRoute.MOST_BYTES, TrailRoute.MOST_BYTES + 200_000);
        assertThat(get("limit=10000&format=text").response().body().length)
                .isBetween(TrailRoute.MOST_BYTES, TrailRoute.MOST_BYTES + 200_000);
    }

    @Test
    void textIsALineEach() {
        createQueue(SARAH, "orders");
        send("orders");
        trail.store.record(
                call(SqsService.DELETE_QUEUE, Caller.service("events.amazonaws.com", ACCOUNT)),
                DeleteQueueRequest.builder()
                        .queueUrl(url("a-name-that-is-much-longer-than-its-column"))
                        .build(),
                null,
                QueueDoesNotExist.of("gone"));
        trail.store.record(
                call(SqsService.LIST_QUEUES), null, null, CommonError.notImplemented(SqsService.LIST_QUEUES));
        FakeExchange exchange = get("format=text");
        assertThat(exchange.response().header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(exchange.text()).isEqualTo("""
                        2026-03-09T14:05:06Z  sarah             sqs             ListQueues                    -                                 NotImplemented  [not-implemented]
                        2026-03-09T14:05:06Z  events.amazonaws.com  sqs             DeleteQueue                   a-name-that-is-much-longer-than-its-column  QueueDoesNotExist
                        2026-03-09T14:05:06Z  sarah             sqs             SendMessage                   orders                            -
                        2026-03-09T14:05:06Z  sarah             sqs             CreateQueue                   orders                            -
                        """);
    }

    @Test
    void textCannotSteerATerminal() {
        createQueue(Caller.user(ACCOUNT, "eve\u001b[2J\n", "k"), "orders\u0007");
        assertThat(get("format=text").text())
                .hasLineCount(1)
                .contains("eve?[2J?")
                .contains("orders?")
                .doesNotContain("\u001b");
    }

    @Test
    void busyWorkersAreAdmitted() {
        workersBusy = true;
        FakeExchange exchange = get(null);
        assertThat(exchange.response().status()).isEqualTo(503);
    }

    @Test
    void followingShowsWhatComesInOrder() {
        createQueue(SARAH, "before");
        FakeExchange exchange = get("follow=true");
        assertThat(exchange.response().header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(exchange.streamed()).isEqualTo(": following\n\n");
        createQueue(SARAH, "one");
        send("one");
        assertThat(exchange.streamed()).isEmpty();
        runTimers();
        List<String> records = trail.newestFirst(renderer::render);
        assertThat(exchange.streamed())
                .isEqualTo("id: 2\ndata: {\"Records\":[" + records.get(1) + "]}\n\nid: 3\ndata: {\"Records\":["
                        + records.get(0) + "]}\n\n");
        createQueue(SARAH, "two");
        runTimers();
        assertThat(exchange.streamed()).startsWith("id: 4\n");
    }

    @Test
    void followingAsText() {
        FakeExchange exchange = get("follow=true&format=text&eventName=CreateQueue");
        assertThat(exchange.response().header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        createQueue(SARAH, "one");
        send("one");
        runTimers();
        assertThat(exchange.streamed())
                .isEqualTo(
                        "2026-03-09T14:05:06Z  sarah             sqs             CreateQueue                   one                               -\n");
    }

    @Test
    void acceptingAnEventStreamMeansFollowing() {
        FakeExchange exchange = new FakeExchange("GET", TrailRoutes.PATH + "?format=text", "text/event-stream");
        route.handle(exchange);
        createQueue(SARAH, "one");
        runTimers();
        assertThat(exchange.streamed())
                .startsWith(": following\n\nid: 1\ndata: 2026-03-09T")
                .endsWith("-\n\n");
    }

    @Test
    void followingMayBeginWithThePast() {
        createQueue(SARAH, "one");
        send("one");
        createQueue(SARAH, "two");
        FakeExchange last = get("follow=true&format=text&limit=1&eventName=CreateQueue");
        FakeExchange lastTwo = get("follow=true&format=text&limit=2&eventName=CreateQueue");
        FakeExchange more = get("follow=true&format=text&limit=99");
        FakeExchange since = get("follow=true&format=text&since=PT1H");
        runTimers();
        assertThat(last.streamed()).hasLineCount(1).contains(" two ");
        assertThat(lastTwo.streamed()).hasLineCount(2);
        assertThat(more.streamed()).hasLineCount(3);
        assertThat(since.streamed()).hasLineCount(3);
        send("two");
        runTimers();
        assertThat(since.streamed()).hasLineCount(1);
        assertThat(last.streamed()).isEmpty();
    }

    @Test
    void aClientThatLeavesCostsNothingMore() {
        FakeExchange exchange = get("follow=true");
        runTimers();
        exchange.disconnect();
        exchange.streamed();
        createQueue(SARAH, "one");
        assertThat(timers).isEmpty();
        assertThat(exchange.streamed()).isEmpty();
    }

    @Test
    void aClientThatReadsTooSlowlyMissesRecordsAndIsToldSo() {
        FakeExchange exchange = get("follow=true&format=text");
        exchange.keepsUp(false);
        createQueue(SARAH, "one");
        runTimers(1);
        assertThat(exchange.streamed()).hasLineCount(1);
        for (int i = 0; i < 5; i++) {
            createQueue(SARAH, "missed");
            runTimers(3);
        }
        assertThat(exchange.streamed()).isEmpty();
        exchange.keepsUp(true);
        runTimers();
        assertThat(exchange.streamed()).isEqualTo("-- up to 5 records skipped: the client reads too slowly\n");
        createQueue(SARAH, "seen");
        runTimers();
        assertThat(exchange.streamed()).hasLineCount(1).contains("seen");
    }

    @Test
    void aClientThatReadsNothingIsLetGo() {
        FakeExchange exchange = get("follow=true");
        exchange.keepsUp(false);
        createQueue(SARAH, "one");
        createQueue(SARAH, "two");
        runTimers(1);
        createQueue(SARAH, "three");
        runTimers(Follower.PATIENCE + 2);
        assertThat(exchange.ended()).isTrue();
        assertThat(exchange.streamed()).endsWith("event: skipped\ndata: the client does not read; following ends\n\n");
        assertThat(timers).isEmpty();
        createQueue(SARAH, "four");
        assertThat(timers).isEmpty();
    }

    @Test
    void recordsThatHadToMakeRoomAreReported() {
        trail = new TrailFixture(new TrailLimits(TrailLimits.LEAST, TrailLimits.LEAST));
        route = route(trail);
        FakeExchange exchange = get("follow=true&format=text");
        createQueue(SARAH, "first");
        runTimers();
        assertThat(exchange.streamed()).hasLineCount(1);
        for (int i = 0; i < 20_000; i++) {
            send("orders");
        }
        runTimers();
        assertThat(exchange.streamed())
                .startsWith("-- some records skipped: they had to make room for newer ones\n")
                .hasLineCount(1 + (int) trail.store.statistics().data().records());
    }

    @Test
    void aResetDoesNotDisturbFollowers() {
        FakeExchange exchange = get("follow=true&format=text");
        createQueue(SARAH, "one");
        trail.store.reset(null);
        runTimers();
        assertThat(exchange.streamed()).isEmpty();
        createQueue(SARAH, "two");
        trail.store.reset(ACCOUNT);
        runTimers();
        assertThat(timers).as("hidden records are not waited for").isEmpty();
        createQueue(SARAH, "three");
        runTimers();
        assertThat(exchange.streamed()).hasLineCount(1).contains("three");
    }

    @Test
    void thereIsABoundToFollowers() {
        List<FakeExchange> all = new ArrayList<>();
        for (int i = 0; i < Followers.MOST; i++) {
            all.add(get("follow=true"));
        }
        FakeExchange late = get("follow=true");
        assertThat(late.response().status()).isEqualTo(503);
        assertThat(late.text()).isEqualTo("followers: 16 already (expected: fewer)\n");
        all.get(3).disconnect();
        assertThat(get("follow=true").response().status()).isEqualTo(200);
    }

    @Test
    void busyWorkersDelayFollowersAndLoseNothing() {
        FakeExchange exchange = get("follow=true&format=text");
        runTimers();
        workersBusy = true;
        createQueue(SARAH, "one");
        runTimers(3);
        assertThat(exchange.streamed()).isEmpty();
        workersBusy = false;
        runTimers();
        assertThat(exchange.streamed()).hasLineCount(1);
    }

    private void runTimers() {
        runTimers(1000);
    }

    private void runTimers(int most) {
        for (int i = 0; i < most && !timers.isEmpty(); i++) {
            timers.remove().run();
        }
    }

    private void work(Runnable task) {
        if (workersBusy) {
            throw new RejectedExecutionException();
        }
        task.run();
    }

    private static Cancellable nothing() {
        return () -> {};
    }

    private FakeExchange get(@Nullable String query) {
        String target = query == null ? TrailRoutes.PATH : TrailRoutes.PATH + "?" + query;
        FakeExchange exchange = new FakeExchange("GET", target, null);
        route.handle(exchange);
        assertThat(exchange.answered()).isTrue();
        return exchange;
    }

    private List<String> names(@Nullable String query) {
        FakeExchange exchange = get(query);
        assertThat(exchange.response().status()).as(exchange.text()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        Matcher matcher = EVENT_NAME.matcher(exchange.text());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String url(String queue) {
        return "https://sqs/111122223333/" + queue;
    }

    private void createQueue(Caller caller, String name) {
        trail.store.record(
                call(SqsService.CREATE_QUEUE, caller),
                CreateQueueRequest.builder().queueName(name).build(),
                null,
                null);
    }

    private void send(String queue) {
        Call call = call(SqsService.SEND_MESSAGE, SARAH, "eu-west-1", origin());
        call.audit().resource("AWS::SQS::Queue", "arn:aws:sqs:eu-west-1:111122223333:" + queue);
        trail.store.record(
                call,
                SendMessageRequest.builder()
                        .queueUrl(url(queue))
                        .messageBody("m")
                        .build(),
                null,
                null);
    }
}
