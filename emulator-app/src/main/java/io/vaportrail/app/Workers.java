package io.vaportrail.app;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The pool for work of over a millisecond. Without work it has no threads. */
final class Workers {
    /** Waiting work; beyond it calls are refused. */
    private static final int QUEUE = 10_000;

    private static final int IDLE_SECONDS = 10;
    private static final int FEWEST = 2;

    private Workers() {}

    static ThreadPoolExecutor create() {
        int threads = Math.max(FEWEST, Runtime.getRuntime().availableProcessors());
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "vaportrail-worker-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
