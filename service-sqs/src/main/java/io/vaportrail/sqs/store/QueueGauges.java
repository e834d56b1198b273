package io.vaportrail.sqs.store;

/**
 * What a queue holds at a moment.
 *
 * @param counts how many messages
 * @param ageSeconds the age of the oldest message that was received fewer than three times, 0 without any
 */
record QueueGauges(QueueCounts counts, long ageSeconds) {
    int messages() {
        return counts.visible() + counts.notVisible() + counts.delayed();
    }
}
