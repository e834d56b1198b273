package io.vaportrail.sqs.store;

/**
 * Where messages go that were received too often.
 *
 * @param deadLetterTarget the dead-letter queue
 * @param maxReceiveCount how often a message is received before the next attempt moves it, 1 to 1,000
 */
public record RedrivePolicy(QueueArn deadLetterTarget, int maxReceiveCount) {
    /** The value of the attribute RedrivePolicy. */
    public String toJson() {
        return "{\"deadLetterTargetArn\":\"" + deadLetterTarget + "\",\"maxReceiveCount\":" + maxReceiveCount + "}";
    }
}
