package io.vaportrail.sns.store;

import io.vaportrail.sns.SnsErrors;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of something in SNS, or of what it delivers to.
 *
 * @param partition for example {@code aws}
 * @param service for example {@code sns}
 * @param region where
 * @param accountId whose
 * @param resource all behind the fifth colon
 */
public record SnsArn(String partition, String service, String region, String accountId, String resource) {
    private static final int PARTS = 6;

    /** A topic's. */
    public static SnsArn topic(String region, String accountId, String name) {
        return new SnsArn(partitionOf(region), "sns", region, accountId, name);
    }

    /**
     * Reads an ARN that a caller gave.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none
     */
    public static SnsArn parse(String text, String parameter) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS) {
            throw SnsErrors.invalid(parameter, "An ARN must have at least " + PARTS + " elements, not " + parts.length);
        }
        if (!parts[0].equals("arn") || parts[1].isEmpty() || parts[2].isEmpty()) {
            throw SnsErrors.invalid(parameter);
        }
        return new SnsArn(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    /** Reads the ARN of something in a service, or gives {@code null} for anything else. */
    public static @Nullable SnsArn of(String text, String service) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS || !parts[0].equals("arn") || !parts[2].equals(service)) {
            return null;
        }
        boolean whole = !parts[1].isEmpty() && !parts[3].isEmpty() && !parts[4].isEmpty() && !parts[5].isEmpty();
        return whole ? new SnsArn(parts[1], parts[2], parts[3], parts[4], parts[5]) : null;
    }

    /** Whether the name is that of a FIFO topic or queue. */
    public boolean isFifo() {
        return resource.endsWith(".fifo");
    }

    /** The partition that a region belongs to. */
    public static String partitionOf(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
