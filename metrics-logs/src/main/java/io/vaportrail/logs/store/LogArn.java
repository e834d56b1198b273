package io.vaportrail.logs.store;

import org.jspecify.annotations.Nullable;

/**
 * The ARN of something in CloudWatch Logs.
 *
 * @param region where
 * @param accountId whose
 * @param kind what: {@code log-group}, {@code destination} and so on
 * @param name all behind the kind
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html">Log group ARN
 *     formats</a>
 */
public record LogArn(String region, String accountId, String kind, String name) {
    private static final int PARTS = 7;
    private static final String STREAM = ":log-stream:";

    /** A log group's. */
    public static LogArn group(String region, String accountId, String name) {
        return new LogArn(region, accountId, "log-group", name);
    }

    /** Reads an ARN, or gives {@code null} for anything else. */
    public static @Nullable LogArn of(String text) {
        String[] parts = text.split(":", PARTS);
        boolean whole = parts.length == PARTS
                && parts[0].equals("arn")
                && parts[2].equals("logs")
                && !parts[3].isEmpty()
                && !parts[4].isEmpty()
                && !parts[6].isEmpty();
        return whole ? new LogArn(parts[3], parts[4], parts[5], parts[6]) : null;
    }

    /** The name of the log group, whether the ARN names it alone, with {@code :*}, or with a stream. */
    public String groupName() {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The name of the stream, or {@code null} when the ARN names none. */
    public @Nullable String streamName() {
        int at = name.indexOf(STREAM);
        return at < 0 ? null : name.substring(at + STREAM.length());
    }

    /** The partition that a region belongs to. */
    public static String partitionOf(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    @Override
    public String toString() {
        return "arn:" + partitionOf(region) + ":logs:" + region + ":" + accountId + ":" + kind + ":" + name;
    }
}
