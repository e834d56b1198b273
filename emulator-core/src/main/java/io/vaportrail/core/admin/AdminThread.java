package io.vaportrail.core.admin;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where administration does what takes long: one thing at a time, on a thread of its own that is there only while needed. On the
 * workers, tests that move the clock at the same time could take every thread that the clock's timers wait for.
 */
final class AdminThread {
    private static final Logger log = LoggerFactory.getLogger(AdminThread.class);
    private static final int MOST_WAITING = 256;
    private static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor executor;

    AdminThread() {
        executor = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "vaportrail-admin");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    void answer(Exchange exchange, Callable<HttpResponse> work) {
        try {
            executor.execute(() -> exchange.respond(result(work)));
        } catch (RejectedExecutionException e) {
            exchange.respond(AdminJson.error(503, "administration: " + MOST_WAITING + " requests wait already"));
        }
    }

    private static HttpResponse result(Callable<HttpResponse> work) {
        try {
            return work.call();
        } catch (AdminException e) {
            return AdminJson.error(400, e.line());
        } catch (Exception e) {
            log.error("administration failed", e);
            return AdminJson.error(500, "administration failed; the log tells more");
        }
    }
}
