package io.vaportrail.core.transport;

import io.vaportrail.core.http.HttpHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The open connections, and what they share. */
final class Connections {
    private final ServerSettings settings;
    private final HttpHandler handler;
    private final OriginGuard guard;
    private final ResponseWriter writer;
    private final BodyBudget bodies;
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    Connections(
            ServerSettings settings, HttpHandler handler, OriginGuard guard, ResponseWriter writer, BodyBudget bodies) {
        this.settings = settings;
        this.handler = handler;
        this.guard = guard;
        this.writer = writer;
        this.bodies = bodies;
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

    BodyBudget bodies() {
        return bodies;
    }

    void opened(HttpConnection connection) {
        open.add(connection);
    }

    void closed(HttpConnection connection) {
        open.remove(connection);
        lock.lock();
        try {
            ended.signalAll();
        } finally {
            lock.unlock();
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
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!open.isEmpty() && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
