package io.vaportrail.sqs.store;

/**
 * A message as one receive got it.
 *
 * @param message what does not change
 * @param queueId the queue, for the receipt handle
 * @param receipt which receive from the queue this was, from 1
 * @param receiveCount ApproximateReceiveCount: receives across all queues
 * @param firstReceivedMillis ApproximateFirstReceiveTimestamp, epoch milliseconds
 */
public record Received(Message message, long queueId, int receipt, int receiveCount, long firstReceivedMillis) {
    /** The handle by which the consumer deletes the message or changes its visibility. */
    public String receiptHandle() {
        return new ReceiptHandle(queueId, message.sequence, receipt).toString();
    }
}
