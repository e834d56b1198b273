package io.vaportrail.core.transport;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpHandler;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.time.MachineClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on a free port whose handler answers what it was asked, {@code METHOD path?query body}, except below {@code /held}:
 * those exchanges are left to the test. {@code /large} answers a mebibyte.
 */
final class ServerFixture implements AutoCloseable, HttpHandler {
    static final byte[] LARGE = new byte[1 << 20];

    private final HttpServer server;
    private final InetSocketAddress address;
    private final BlockingQueue<Exchange> held = new LinkedBlockingQueue<>();
    private final AtomicInteger large = new AtomicInteger();

    ServerFixture(ServerSettings settings) throws IOException {
        server = new HttpServer(settings, MachineClock.SYSTEM, ServerFixture::noCertificate, null);
        address = server.start(this);
    }

    static ServerFixture start() throws IOException {
        return new ServerFixture(settings());
    }

    static ServerSettings settings() {
        return ServerSettings.of("127.0.0.1", 0);
    }

    private static ServerCertificate noCertificate() throws GeneralSecurityException {
        throw new GeneralSecurityException("none in this test");
    }

    RawClient connect() throws IOException {
        return new RawClient(address);
    }

    HttpServer server() {
        return server;
    }

    InetSocketAddress address() {
        return address;
    }

    /** The next request below {@code /held}. */
    Exchange held() throws InterruptedException {
        Exchange next = held.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request below /held came within ten seconds");
        }
        return next;
    }

    /** How many requests to {@code /large} were handed over. */
    int large() {
        return large.get();
    }

    int heldNow() {
        return held.size();
    }

    @Override
    public void handle(Exchange exchange) {
        HttpRequest request = exchange.request();
        if (request.path().startsWith("/held")) {
            held.add(exchange);
        } else if (request.path().equals("/large")) {
            large.incrementAndGet();
            exchange.respond(HttpResponse.of(200).body(LARGE));
        } else if (request.path().equals("/throw")) {
            throw new IllegalStateException("asked to");
        } else {
            exchange.respond(echo(request));
        }
    }

    static HttpResponse echo(HttpRequest request) {
        String query = request.query() == null ? "" : "?" + request.query();
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        HttpResponse response = HttpResponse.of(200)
                .header("Content-Type", "text/plain")
                .header("X-Scheme", request.origin().scheme());
        request.headers().forEach((name, value) -> {
            if (name.startsWith("x-amz-checksum")) {
                response.header(name, value);
            }
        });
        return response.body(
                (request.method() + " " + request.path() + query + " " + body).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public HttpResponse refuse(HttpRequest head, int status, String message) {
        return HttpResponse.text(
                status, "application/json", "{\"path\":\"" + head.path() + "\",\"why\":\"" + message + "\"}");
    }

    @Override
    public void close() {
        server.stop();
    }
}
