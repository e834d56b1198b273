package io.vaportrail.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.transport.RawClient.Answer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests, answers, and their order. */
final class HttpServerTest {
    private ServerFixture server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ServerFixture(ServerFixture.settings().withMaxPipelined(4));
        client = server.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void answersWithLengthAndDate() throws IOException {
        Answer answer = client.get("/path?x=%20y").read();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("GET /path?x=%20y ");
        assertThat(answer.headers())
                .containsEntry("content-length", "17")
                .containsEntry("content-type", "text/plain")
                .doesNotContainKey("connection");
        assertThat(answer.headers().get("date"))
                .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT");
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws IOException {
        assertThat(client.get("/one").read().body()).isEqualTo("GET /one ");
        assertThat(client.post("/two", "", "body".getBytes()).read().body()).isEqualTo("POST /two body");
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws Exception {
        client.get("/held/1").get("/now/2").get("/held/3").get("/now/4");
        Exchange first = server.held();
        Exchange third = server.held();

        third.respond(HttpResponse.text(200, "text/plain", "third"));
        first.respond(HttpResponse.text(200, "text/plain", "first"));

        assertThat(client.read().body()).isEqualTo("first");
        assertThat(client.read().body()).isEqualTo("GET /now/2 ");
        assertThat(client.read().body()).isEqualTo("third");
        assertThat(client.read().body()).isEqualTo("GET /now/4 ");
    }

    @Test
    void worksOnNoMorePipelinedRequestsThanItMay() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            requests.append("POST /held/")
                    .append(i)
                    .append(" HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
        }
        client.send(requests.toString());

        for (int i = 0; i < 500; i++) {
            Exchange exchange = server.held();
            assertThat(exchange.request().path()).isEqualTo("/held/" + i);
            assertThat(server.heldNow()).isLessThanOrEqualTo(3);
            exchange.respond(ServerFixture.echo(exchange.request()));
            assertThat(client.read().body()).isEqualTo("POST /held/" + i + " hi");
        }
    }

    @Test
    void answersThousandsOfPipelinedRequestsWithoutDeepStacks() throws Exception {
        int count = 5_000;
        Thread sender = new Thread(() -> {
            try {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(count));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        sender.start();
        for (int i = 0; i < count; i++) {
            assertThat(client.read().status()).isEqualTo(200);
        }
        sender.join();
    }

    @Test
    void answersNoFasterThanTheClientReads() throws Exception {
        int count = 200;
        client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n".repeat(count));
        try (RawClient other = server.connect()) {
            assertThat(other.get("/").read().status()).isEqualTo(200);
        }
        // What lies in the sockets' buffers was sent; what does not would take memory.
        assertThat(server.large()).isLessThan(count / 2);

        for (int i = 0; i < count; i++) {
            assertThat(client.read().body()).hasSize(ServerFixture.LARGE.length);
        }
        assertThat(server.large()).isEqualTo(count);
    }

    @Test
    void refusesASecondAnswer() throws Exception {
        client.get("/held");
        Exchange exchange = server.held();
        exchange.respond(HttpResponse.of(204));

        assertThatThrownBy(() -> exchange.respond(HttpResponse.of(200))).isInstanceOf(IllegalStateException.class);
        assertThat(client.read().status()).isEqualTo(204);
    }

    @Test
    void answersHeadWithTheLengthAndNoBody() throws IOException {
        client.send("HEAD /x HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Answer answer = client.readHead();

        assertThat(answer.headers()).containsEntry("content-length", "8");
        assertThat(client.get("/next").read().body()).isEqualTo("GET /next ");
    }

    @Test
    void letsTheHandlerStateTheLengthOfWhatAHeadIsAbout() throws Exception {
        client.send("HEAD /held HTTP/1.1\r\nHost: localhost\r\n\r\n");
        server.held().respond(HttpResponse.of(200).header("Content-Length", "12345"));

        assertThat(client.readHead().headers()).containsEntry("content-length", "12345");
    }

    @Test
    void sendsNoLengthWithoutContent() throws Exception {
        client.get("/held");
        server.held().respond(HttpResponse.of(204).header("X-Id", "1"));

        assertThat(client.read().headers()).doesNotContainKey("content-length").containsEntry("x-id", "1");
    }

    @Test
    void framesTheAnswerItselfWhateverTheHandlerSays() throws Exception {
        client.get("/held");
        server.held()
                .respond(HttpResponse.text(200, "text/plain", "abc")
                        .header("Content-Length", "99")
                        .header("Transfer-Encoding", "chunked")
                        .header("Date", "never"));
        Answer answer = client.read();

        assertThat(answer.body()).isEqualTo("abc");
        assertThat(answer.headers()).doesNotContainKey("transfer-encoding").containsEntry("content-length", "3");
        assertThat(answer.headers().get("date")).endsWith("GMT");
    }

    @Test
    void sendsLongBodiesWhole() throws Exception {
        client.get("/held");
        byte[] body = new byte[3_000_000];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) ('a' + i % 26);
        }
        server.held().respond(HttpResponse.of(200).body(body));

        assertThat(client.read().body()).isEqualTo(new String(body, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void closesWhenTheClientAsks() throws IOException {
        client.send("GET /bye HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Answer answer = client.read();

        assertThat(answer.headers()).containsEntry("connection", "close");
        assertThat(client.readToEnd()).isEmpty();
    }

    @Test
    void closesWhenTheHandlerAsks() throws Exception {
        client.get("/held");
        server.held().respond(HttpResponse.of(200).header("Connection", "close"));

        assertThat(client.read().headers()).containsEntry("connection", "close");
        assertThat(client.readToEnd()).isEmpty();
    }

    @Test
    void speaksHttp10() throws IOException {
        client.send("GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assertThat(client.read().headers()).containsEntry("connection", "keep-alive");

        client.send("GET /old HTTP/1.0\r\n\r\n");
        assertThat(client.read().headers()).containsEntry("connection", "close");
        assertThat(client.readToEnd()).isEmpty();
    }

    @Test
    void takesTheTargetsOfProxyClients() throws IOException {
        assertThat(client.get("http://sqs.us-east-1.amazonaws.com/a/b?c=d")
                        .read()
                        .body())
                .isEqualTo("GET /a/b?c=d ");
        assertThat(client.get("https://sqs.us-east-1.amazonaws.com").read().body())
                .isEqualTo("GET / ");
        assertThat(client.get("http://host?Action=ListQueues/").read().body()).isEqualTo("GET /?Action=ListQueues/ ");
    }

    @Test
    void answersForAHandlerThatFails() throws IOException {
        assertThat(client.get("/throw").read().status()).isEqualTo(500);
        assertThat(client.get("/next").read().status()).isEqualTo(200);
    }

    @Test
    void refusesConnectionsBeyondTheLimit() throws Exception {
        try (ServerFixture small = new ServerFixture(ServerFixture.settings().withMaxConnections(1));
                RawClient one = small.connect()) {
            one.get("/").read();
            try (RawClient two = small.connect()) {
                assertThat(two.read().status()).isEqualTo(503);
                assertThat(two.readToEnd()).isEmpty();
            }
            assertThat(one.get("/").read().status()).isEqualTo(200);
        }
    }

    @Test
    void saysWhenThePortIsTaken() {
        ServerSettings same = ServerSettings.of("127.0.0.1", server.address().getPort());

        assertThatThrownBy(() -> new ServerFixture(same))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in use");
    }

    @Test
    void runsTimersFromAnyThreadAndCallsThemOff() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        server.server()
                .timer()
                .schedule(java.time.Duration.ofHours(1), ran::countDown)
                .cancel();
        server.server().timer().schedule(java.time.Duration.ofMillis(1), ran::countDown);

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
