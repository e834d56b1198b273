package io.vaportrail.app;

import io.vaportrail.app.cli.StartOptions;
import io.vaportrail.app.tls.LocalAuthority;
import io.vaportrail.core.http.*;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.transport.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The wiring. */
public final class Emulator implements AutoCloseable {
    private final HttpServer server;
    private final InetSocketAddress address;

    private Emulator(HttpServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Starts. */
    public static Emulator start(StartOptions options) throws IOException {
        String publicUrl = options.emulator().publicUrl();
        HttpServer server = new HttpServer(
                options.server(), MachineClock.SYSTEM, new LocalAuthority(MachineClock.SYSTEM, publicUrl), publicUrl);
        return new Emulator(server, server.start(new HttpHandler() {
            @Override
            public void handle(Exchange exchange) {
                exchange.respond(HttpResponse.text(200, "application/json", "{\"ok\":true}"));
            }

            @Override
            public HttpResponse refuse(HttpRequest head, int status, String message) {
                return HttpResponse.text(status, "text/plain", message);
            }
        }));
    }

    /** Where. */
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}
