package io.vaportrail.sns.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks that run one after another in the order added, on the threads that come by; nobody waits for anybody. */
public final class SerialTasks {
    private static final Logger log = LoggerFactory.getLogger(SerialTasks.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    /** Adds a task at the end. */
    public void add(Runnable task) {
        waiting.add(task);
        size.incrementAndGet();
    }

    /** Runs what waits, unless another thread does; then that one runs it. */
    public void run() {
        if (running.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            Runnable task;
            while ((task = waiting.poll()) != null) {
                size.decrementAndGet();
                runOne(task);
            }
            seen = running.addAndGet(-seen);
        } while (seen != 0);
    }

    /** One that fails must not keep the others from running. */
    private static void runOne(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            log.error("delivery failed", e);
        }
    }

    /** How many tasks wait. */
    public int size() {
        return size.get();
    }
}
