package io.vaportrail.app;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The bounded pool for work of over a millisecond. Its threads start when they are needed and leave when they are not. */
final class Workers {
    private static final int FEWEST_THREADS = 2;
    private static final int QUEUED = 1024;
    private static final int IDLE_SECONDS = 30;

    private Workers() {}

    static ThreadPoolExecutor start() {
        int threads = Math.max(FEWEST_THREADS, Runtime.getRuntime().availableProcessors());
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUED), task -> {
                    Thread thread = new Thread(task, "vaportrail-worker-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
