package io.vaportrail.conformance.sns;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vaportrail.conformance.fixture.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that messages are delivered to over HTTP. It answers the statuses that it is told, then 200. */
final class Endpoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private volatile boolean silent;
    private volatile String challenge = "";

    /**
     * What was delivered.
     *
     * @param headers by name in lower case
     * @param body the text
     */
    record Request(Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Endpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/inbox";
    }

    /** Answers these statuses first. */
    Endpoint answering(Integer... first) {
        statuses.addAll(List.of(first));
        return this;
    }

    /** Answers requests without an Authorization header by 401, and asks for one like this. */
    Endpoint asking(String how) {
        challenge = how;
        return this;
    }

    /** Takes requests and never answers. */
    Endpoint silent() {
        silent = true;
        return this;
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status;
        synchronized (this) {
            boolean unknown = !challenge.isEmpty() && !headers.containsKey("authorization");
            status = unknown ? 401 : statuses.isEmpty() ? 200 : statuses.remove(0);
            if (unknown) {
                exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
            }
            requests.add(new Request(headers, body));
        }
        if (silent) {
            try {
                silence.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    List<Request> requests() {
        return requests;
    }

    /** The request of this place, waited for. */
    Request await(int index) {
        Deadline deadline = Deadline.soon();
        while (requests.size() <= index) {
            deadline.check("requests: " + requests.size() + " (expected: " + (index + 1) + ")");
        }
        return requests.get(index);
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
