package io.vaportrail.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ResponseStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that leave, streams, and a server that stops. */
final class DisconnectTest {
    private ServerFixture server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ServerFixture(ServerFixture.settings().withTimes(Duration.ofSeconds(60), Duration.ofSeconds(10)));
        client = server.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void isToldToWhoeverWorksOnARequest() throws Exception {
        client.get("/held");
        CountDownLatch told = new CountDownLatch(1);
        server.held().onDisconnect(told::countDown);
        client.close();

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isToldAfterAReset() throws Exception {
        client.get("/held");
        CountDownLatch told = new CountDownLatch(1);
        server.held().onDisconnect(told::countDown);
        client.reset();

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isToldAtOnceWhenItIsAskedForLate() throws Exception {
        client.get("/held");
        Exchange exchange = server.held();
        CountDownLatch first = new CountDownLatch(1);
        exchange.onDisconnect(first::countDown);
        client.close();
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        CountDownLatch late = new CountDownLatch(1);
        exchange.onDisconnect(late::countDown);

        assertThat(late.getCount()).isZero();
        exchange.respond(HttpResponse.of(200));
    }

    @Test
    void isNotToldAfterTheAnswer() throws Exception {
        client.get("/held");
        Exchange exchange = server.held();
        CountDownLatch told = new CountDownLatch(1);
        exchange.onDisconnect(told::countDown);
        exchange.respond(HttpResponse.of(200));
        client.read();
        stop();

        assertThat(told.getCount()).isEqualTo(1);
    }

    @Test
    void answersAClientThatWillSendNothingMore() throws Exception {
        client.get("/held").halfClose();
        server.held().respond(HttpResponse.text(200, "text/plain", "still"));

        assertThat(client.read().body()).isEqualTo("still");
        assertThat(client.readToEnd()).isEmpty();
    }

    @Test
    void endsThePollOfAClientThatWillSendNothingMore() throws Exception {
        client.get("/held");
        Exchange exchange = server.held();
        exchange.onDisconnect(() -> exchange.respond(HttpResponse.text(200, "text/plain", "empty")));
        client.halfClose();

        assertThat(client.read().body()).isEqualTo("empty");
        assertThat(client.readToEnd()).isEmpty();
    }

    @Test
    void dropsHalfARequestWithItsClient() throws IOException {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhal")
                .halfClose();

        assertThat(client.readToEnd()).isEmpty();
    }

    @Test
    void streamsPieceByPiece() throws Exception {
        client.get("/held");
        ResponseStream stream = server.held().stream(HttpResponse.text(200, "text/event-stream", "zero"));
        assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
        while (!client.line().isEmpty()) {
            // The rest of the head.
        }
        assertThat(client.chunk()).isEqualTo("zero");
        assertThat(stream.send("one".getBytes())).isTrue();
        assertThat(client.chunk()).isEqualTo("one");
        stream.send("two".getBytes());
        stream.end();
        stream.send("after".getBytes());

        assertThat(client.chunk()).isEqualTo("two");
        assertThat(client.chunk()).isEmpty();
        assertThat(client.get("/next").read().status()).isEqualTo(200);
    }

    @Test
    void streamsOnlyInTurn() throws Exception {
        client.get("/held/1").get("/held/2");
        Exchange first = server.held();
        ResponseStream stream = server.held().stream(HttpResponse.of(200));
        stream.send("piece".getBytes());
        stream.end();
        first.respond(HttpResponse.text(200, "text/plain", "first"));

        assertThat(client.read().body()).isEqualTo("first");
        assertThat(client.read().body()).isEqualTo("piece");
    }

    @Test
    void streamsToHttp10UntilTheEnd() throws Exception {
        client.send("GET /held HTTP/1.0\r\n\r\n");
        ResponseStream stream = server.held().stream(HttpResponse.of(200));
        stream.send("all of it".getBytes());
        stream.end();

        assertThat(client.read().body()).isEqualTo("all of it");
    }

    @Test
    void tellsTheSenderOfAClientThatDoesNotKeepUpAndCutsItOff() throws Exception {
        client.get("/held");
        ResponseStream stream = server.held().stream(HttpResponse.of(200));
        CountDownLatch gone = new CountDownLatch(1);
        stream.onDisconnect(gone::countDown);
        byte[] piece = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        boolean keepsUp = true;
        for (int i = 0; i < 1000 && gone.getCount() > 0; i++) {
            keepsUp = stream.send(piece);
        }

        assertThat(keepsUp).isFalse();
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.send(piece)).isFalse();
    }

    @Test
    void tellsAStreamThatTheClientHasLeft() throws Exception {
        client.get("/held");
        ResponseStream stream = server.held().stream(HttpResponse.of(200));
        CountDownLatch gone = new CountDownLatch(1);
        stream.onDisconnect(gone::countDown);
        client.close();

        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stoppingWaitsForWhatIsWorkedOn() throws Exception {
        client.get("/held");
        Exchange exchange = server.held();
        Thread stopping = new Thread(server::close);
        stopping.start();
        awaitRefused();
        exchange.respond(HttpResponse.text(200, "text/plain", "done"));
        RawClient.Answer answer = client.read();

        assertThat(answer.body()).isEqualTo("done");
        assertThat(answer.headers()).containsEntry("connection", "close");
        stopping.join();
        assertThat(server.server().connections()).isZero();
    }

    /** Until the server has stopped listening. */
    private void awaitRefused() {
        while (true) {
            try (RawClient another = server.connect()) {
                another.get("/").read();
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void stoppingEndsPollsAtOnce() throws Exception {
        client.get("/held");
        Exchange poll = server.held();
        poll.onDisconnect(() -> poll.respond(HttpResponse.text(200, "text/plain", "empty")));
        RawClient silent = server.connect();
        silent.get("/held");
        server.held().onDisconnect(() -> {});
        RawClient idle = server.connect();
        idle.get("/").read();

        server.close();

        assertThat(client.read().body()).isEqualTo("empty");
        assertThat(idle.readToEnd()).isEmpty();
        Assertions.assertThatThrownBy(silent::read).isInstanceOf(EOFException.class);
    }
}
