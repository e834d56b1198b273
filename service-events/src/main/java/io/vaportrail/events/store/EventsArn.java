package io.vaportrail.events.store;

import org.jspecify.annotations.Nullable;

/**
 * An ARN in its parts.
 *
 * @param partition for example {@code aws}
 * @param service for example {@code events}
 * @param region may be empty
 * @param accountId may be empty
 * @param resource for example {@code rule/orders/paid}
 */
public record EventsArn(String partition, String service, String region, String accountId, String resource) {
    private static final int PARTS = 6;
    private static final String BUS = "event-bus/";

    /** The parts of an ARN, or {@code null} when it is none. */
    public static @Nullable EventsArn of(String arn) {
        String[] parts = arn.split(":", PARTS);
        boolean whole = parts.length == PARTS
                && parts[0].equals("arn")
                && !parts[1].isEmpty()
                && !parts[2].isEmpty()
                && !parts[PARTS - 1].isEmpty();
        return whole ? new EventsArn(parts[1], parts[2], parts[3], parts[4], parts[PARTS - 1]) : null;
    }

    /** The ARN of something of EventBridge. */
    public static EventsArn events(String accountId, String region, String resource) {
        return new EventsArn(partitionOf(region), "events", region, accountId, resource);
    }

    /** The ARN of an event bus. */
    public static EventsArn bus(String accountId, String region, String name) {
        return events(accountId, region, BUS + name);
    }

    /** The name of the event bus that the ARN stands for, or {@code null}. */
    public @Nullable String busName() {
        return service.equals("events") && resource.startsWith(BUS) ? resource.substring(BUS.length()) : null;
    }

    private static String partitionOf(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
