package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/**
 * The name of a queue among all queues.
 *
 * @param region where the queue is
 * @param accountId whose it is
 * @param name its name
 */
public record QueueArn(String region, String accountId, String name) {
    private static final int PARTS = 6;

    /** Reads {@code arn:PARTITION:sqs:REGION:ACCOUNT:NAME}, or {@code null} for anything else. */
    public static @Nullable QueueArn parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != PARTS || !parts[0].equals("arn") || !parts[2].equals("sqs")) {
            return null;
        }
        boolean whole = !parts[3].isEmpty() && !parts[4].isEmpty() && !parts[5].isEmpty();
        return whole ? new QueueArn(parts[3], parts[4], parts[5]) : null;
    }

    /** Whether the name is that of a FIFO queue. */
    public boolean isFifo() {
        return name.endsWith(".fifo");
    }

    /** The partition that the region belongs to. */
    public String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    @Override
    public String toString() {
        return "arn:" + partition() + ":sqs:" + region + ":" + accountId + ":" + name;
    }
}
