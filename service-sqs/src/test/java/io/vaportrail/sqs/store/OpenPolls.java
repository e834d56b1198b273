package io.vaportrail.sqs.store;

/** How many receives wait for a message: what tests wait for before they go on. */
public final class OpenPolls {
    private OpenPolls() {}

    /** The polls that wait at any queue. */
    public static int count(Queues queues) {
        int waiting = 0;
        for (Queue queue : queues.all()) {
            queue.lock().lock();
            try {
                waiting += queue.waiting();
            } finally {
                queue.lock().unlock();
            }
        }
        return waiting;
    }
}
