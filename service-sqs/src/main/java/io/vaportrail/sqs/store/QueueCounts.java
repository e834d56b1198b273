package io.vaportrail.sqs.store;

/**
 * How many messages a queue holds.
 *
 * @param visible ApproximateNumberOfMessages
 * @param notVisible ApproximateNumberOfMessagesNotVisible
 * @param delayed ApproximateNumberOfMessagesDelayed
 */
public record QueueCounts(int visible, int notVisible, int delayed) {}
