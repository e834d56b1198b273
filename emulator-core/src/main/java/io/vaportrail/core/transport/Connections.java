package io.vaportrail.core.transport;

import io.vaportrail.core.http.HttpHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open connections, and what they share. */
final class Connections {
    private final ServerSettings settings;
    private final HttpHandler handler;
    private final OriginGuard guard;
    private final ResponseWriter writer;
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

    Connections(ServerSettings settings, HttpHandler handler, OriginGuard guard, ResponseWriter writer) {
        this.settings = settings;
        this.handler = handler;
        this.guard = guard;
        this.writer = writer;
    }

    ServerSettings settings() {
        return settings;
    }

    HttpHandler handler() {
        return handler;
    }

    OriginGuard guard() {
        return guard;
    }

    ResponseWriter writer() {
        return writer;
    }

    void opened(HttpConnection connection) {
        open.add(connection);
    }

    void closed(HttpConnection connection) {
        open.remove(connection);
        synchronized (this) {
            notifyAll();
        }
    }

    int count() {
        return open.size();
    }

    boolean full() {
        return open.size() >= settings.maxConnections();
    }

    void drain() {
        open.forEach(connection -> connection.execute(connection::drain));
    }

    void closeAll() {
        open.forEach(HttpConnection::close);
    }

    /** Waits until all have ended, at most so long. */
    void awaitNone(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        boolean interrupted = false;
        synchronized (this) {
            long left;
            while (!open.isEmpty() && !interrupted && (left = (end - System.nanoTime()) / 1_000_000) > 0) {
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
