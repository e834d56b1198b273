package io.vaportrail.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpHandler;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections on which nothing moves, with the event loop's time moved by hand. */
final class IdleConnectionTest implements HttpHandler {
    private static final long TIMEOUT_SECONDS = 100;

    private final List<Exchange> exchanges = new ArrayList<>();
    private EmbeddedChannel channel;

    @BeforeEach
    void open() {
        ServerSettings settings =
                ServerFixture.settings().withTimes(Duration.ofSeconds(TIMEOUT_SECONDS), Duration.ZERO);
        Connections connections = new Connections(
                settings,
                this,
                new OriginGuard(null),
                new ResponseWriter(new DateHeader(() -> 0)),
                BodyBudget.ofHeap());
        channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(new HttpRequestDecoder(), new HttpConnection(connections));
        channel.pipeline().fireChannelActive();
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Override
    public void handle(Exchange exchange) {
        exchanges.add(exchange);
    }

    @Override
    public HttpResponse refuse(HttpRequest head, int status, String message) {
        return HttpResponse.of(status);
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private String sent() {
        ByteBuf bytes = channel.readOutbound();
        try {
            return bytes.toString(StandardCharsets.US_ASCII);
        } finally {
            ReferenceCountUtil.release(bytes);
        }
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void areClosedWhenNoRequestComes() {
        pass(TIMEOUT_SECONDS - 1);
        assertThat(channel.isOpen()).isTrue();

        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void areClosedWhenAHeadTrickles() {
        for (int i = 0; i < TIMEOUT_SECONDS; i++) {
            receive("G");
            pass(1);
        }

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void areClosedWhenABodyTrickles() {
        receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
        for (int i = 0; i < TIMEOUT_SECONDS; i++) {
            receive("x");
            pass(1);
        }

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void stayOpenWhileTheServerIsAtWork() {
        receive("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        pass(10 * TIMEOUT_SECONDS);
        assertThat(channel.isOpen()).isTrue();

        exchanges.get(0).respond(HttpResponse.of(200));
        assertThat(sent())
                .isEqualTo("HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nContent-Length: 0\r\n\r\n");
        pass(TIMEOUT_SECONDS);
        pass(TIMEOUT_SECONDS);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void stayOpenWhileRequestsCome() {
        for (int i = 0; i < 10; i++) {
            pass(TIMEOUT_SECONDS - 1);
            receive("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            exchanges.remove(0).respond(HttpResponse.of(204));
            assertThat(sent()).startsWith("HTTP/1.1 204 No Content\r\n");
        }

        assertThat(channel.isOpen()).isTrue();
    }
}
