package io.vaportrail.trail.view;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.support.FakeExchange;
import io.vaportrail.trail.markers.Markers;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trail as an oracle: queries, markers, counts. */
class TrailRoutesTest {
    private static final Pattern QUEUE = Pattern.compile("\"queueName\":\"(\\w+)\"");

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();
    private final Markers markers = new Markers(trail.store, trail.clock);
    private final HttpRoutes routes = new HttpRoutes();

    TrailRoutesTest() {
        TrailRoutes.add(routes, trail.store, renderer, markers, trail.clock, Runnable::run, (delay, task) -> () -> {});
    }

    @Test
    void queriesGoWithFilters() {
        create("orders");
        create("invoices");
        assertThat(queues("where=" + encoded("requestParameters.queueName like 'ord*'")))
                .containsExactly("orders");
        assertThat(queues("username=mike&where=" + encoded("requestParameters.queueName like 'ord*'")))
                .isEmpty();
        assertThat(queues("limit=1&where=" + encoded("eventName = 'CreateQueue'")))
                .containsExactly("invoices");
        assertThat(get("/count?where=" + encoded("eventName = ")).text())
                .isEqualTo(
                        "where, character 13: the end (expected: a text in quotes, a number, true, false or null)\n");
    }

    @Test
    void windowsBeginAndEndAtMarkers() {
        create("one");
        mark("A");
        create("two");
        send();
        mark("B");
        create("three");
        assertThat(queues("since=marker:A")).containsExactly("three", "two");
        assertThat(queues("until=marker:A")).containsExactly("one");
        assertThat(queues("since=marker:A&until=marker:B")).containsExactly("two");
        assertThat(queues("since=marker:A&until=marker:B&order=oldest")).containsExactly("two");
        assertThat(queues("since=marker:B&until=marker:A")).isEmpty();
        assertThat(get("/count?since=marker:A&until=marker:B").text()).isEqualTo("{\"Count\":2}\n");
        assertThat(get("/count?since=marker:B&format=text").text()).isEqualTo("1\n");
        mark("A");
        assertThat(queues("since=marker:A")).isEmpty();
    }

    @Test
    void theOldestComeFirstIfAskedFor() {
        create("one");
        create("two");
        create("three");
        assertThat(queues("order=oldest")).containsExactly("one", "two", "three");
        assertThat(queues("order=oldest&limit=2")).containsExactly("one", "two");
        assertThat(queues("order=newest&limit=2")).containsExactly("three", "two");
    }

    @Test
    void firstAndLastAreRecordsAlone() {
        create("one");
        mark("A");
        create("two");
        create("three");
        List<String> records = trail.newestFirst(renderer::render);
        assertThat(get("/first").text()).isEqualTo(records.get(2) + "\n");
        assertThat(get("/last").text()).isEqualTo(records.get(0) + "\n");
        assertThat(get("/first?since=marker:A").text()).isEqualTo(records.get(1) + "\n");
        assertThat(get("/last?until=marker:A").text()).isEqualTo(records.get(2) + "\n");
        assertThat(get("/last?format=text").text()).contains(" three ").hasLineCount(1);
        FakeExchange none = get("/first?eventName=Other");
        assertThat(none.response().status()).isEqualTo(404);
        assertThat(none.text()).isEqualTo("records: none match (expected: at least one)\n");
    }

    @Test
    void markersAreSetShownListedAndRemoved() {
        assertThat(get("/markers").text()).isEqualTo("{\"Markers\":[]}\n");
        FakeExchange set = mark("before.deploy-1");
        assertThat(set.response().status()).isEqualTo(201);
        assertThat(set.text()).isEqualTo("{\"name\":\"before.deploy-1\",\"time\":\"2026-03-09T14:05:06.789Z\"}\n");
        trail.clock.advance(Duration.ofSeconds(1));
        FakeExchange owned = send("POST", "/markers/A?account=" + ACCOUNT);
        assertThat(owned.text())
                .isEqualTo("{\"name\":\"A\",\"time\":\"2026-03-09T14:05:07.789Z\",\"account\":\"111122223333\"}\n");
        assertThat(get("/markers/A").text()).isEqualTo(owned.text());
        assertThat(get("/markers").text())
                .isEqualTo("{\"Markers\":[" + owned.text().strip() + ","
                        + set.text().strip() + "]}\n");
        assertThat(send("DELETE", "/markers/A").response().status()).isEqualTo(204);
        assertThat(send("DELETE", "/markers/A").response().status()).isEqualTo(404);
        assertThat(get("/markers/A").text()).isEqualTo("marker: A (expected: one that was set)\n");
    }

    @Test
    void aResetDropsMarkers() {
        send("POST", "/markers/A?account=" + ACCOUNT);
        mark("B");
        markers.reset("444455556666");
        assertThat(markers.all()).hasSize(2);
        markers.reset(ACCOUNT);
        assertThat(markers.find("A")).isNull();
        assertThat(markers.find("B")).isNotNull();
        markers.reset(null);
        assertThat(markers.all()).isEmpty();
    }

    @Test
    void thereIsABoundToMarkers() {
        for (int i = 0; i < Markers.MOST; i++) {
            mark("m" + i);
        }
        FakeExchange late = mark("late");
        assertThat(late.response().status()).isEqualTo(409);
        assertThat(late.text()).isEqualTo("markers: 1000 already (expected: fewer; DELETE some, or reset)\n");
        assertThat(mark("m7").response().status()).isEqualTo(201);
        send("DELETE", "/markers/m7");
        assertThat(mark("late").response().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /markers/ | 400 | marker:  (expected: 1 to 64 letters, digits, dots, dashes and underscores)",
                "POST | /markers/a%20b | 400 | marker: a%20b (expected: 1 to 64 letters, digits, dots, dashes and underscores)",
                "POST | /markers/a/b | 400 | marker: a/b (expected: 1 to 64 letters, digits, dots, dashes and underscores)",
                "POST | /markers/A?colour=red | 400 | parameter: colour (expected: one of account)",
                "POST | /markers/A?account=12 | 400 | account: 12 (expected: 12 digits)",
                "GET | /markers/A?account=12 | 400 | parameter: account (expected: none)",
                "PUT | /markers/A | 405 | method: PUT (expected: one of DELETE, GET, HEAD, POST)",
                "GET | /markers?x=y | 400 | parameter: x (expected: none)",
                "GET | /count?limit=2 | 400 | parameter: limit (expected: one of account, category, error, eventName,"
                        + " eventSource, format, region, resource, since, until, username, where)",
                "GET | /first?since=marker:Z | 400 | since: marker:Z (expected: a marker that was set by POST"
                        + " /_vaportrail/trail/markers/NAME)",
                "GET | /last?where=x&where=y | 400 | where: 2 values (expected: one)",
                "GET | /count?format=xml | 400 | format: xml (expected: json or text)",
                "GET | /count?username=%0A%zz | 400 | query: %0A%zz (expected: percent-encoded text)",
                "GET | /count?%0Aname=x | 400 | parameter: ?name (expected: one of account, category, error, eventName,"
                        + " eventSource, format, region, resource, since, until, username, where)"
            })
    void whatMakesNoSenseIsRefusedInOneLine(String method, String path, int status, String line) {
        FakeExchange exchange = send(method, path);
        assertThat(exchange.response().status()).isEqualTo(status);
        assertThat(exchange.text()).isEqualTo(line + "\n");
    }

    @Test
    void aHugeValueIsQuotedShortly() {
        assertThat(get("/count?since=" + "9".repeat(5000)).text())
                .hasSizeLessThan(400)
                .contains("9…");
    }

    private FakeExchange mark(String name) {
        return send("POST", "/markers/" + name);
    }

    private FakeExchange get(String pathAndQuery) {
        return send("GET", pathAndQuery);
    }

    private FakeExchange send(String method, String pathAndQuery) {
        return FakeExchange.ask(routes, method, TrailRoutes.PATH + pathAndQuery);
    }

    private List<String> queues(String query) {
        FakeExchange exchange = get("?" + query);
        assertThat(exchange.response().status()).as(exchange.text()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        Matcher matcher = QUEUE.matcher(exchange.text());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void create(String name) {
        trail.store.record(
                call(SqsService.CREATE_QUEUE, SARAH),
                CreateQueueRequest.builder().queueName(name).build(),
                null,
                null);
    }

    private void send() {
        trail.store.record(
                call(SqsService.SEND_MESSAGE, SARAH),
                SendMessageRequest.builder()
                        .queueUrl("https://sqs/111122223333/orders")
                        .messageBody("m")
                        .build(),
                null,
                null);
        assertThat(trail.newest(StoredCall::eventName)).isEqualTo("SendMessage");
    }
}
