package io.vaportrail.sns.delivery;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Hands work of over a millisecond to the workers. */
public final class Offload {
    private Offload() {}

    /** When the pool is full, whoever brings the work does it, which slows callers down to what can be done. */
    public static void run(Executor workers, Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            work.run();
        }
    }
}
