package io.vaportrail.sqs.address;

import org.jspecify.annotations.Nullable;

/**
 * What a queue URL says. These forms are understood, each with any scheme, host and port:
 *
 * <ul>
 *   <li>{@code http://HOST/ACCOUNT/NAME}
 *   <li>{@code https://sqs.REGION.amazonaws.com/ACCOUNT/NAME} and {@code http://sqs.REGION.localhost.localstack.cloud/ACCOUNT/NAME}
 *   <li>{@code https://REGION.queue.amazonaws.com/ACCOUNT/NAME}
 *   <li>{@code http://HOST/queue/REGION/ACCOUNT/NAME}
 * </ul>
 *
 * @param region the region that the URL names, or {@code null}
 * @param accountId the owner
 * @param name the queue
 */
record QueueAddress(@Nullable String region, String accountId, String name) {
    private static final String QUEUE_PATH = "queue/";

    /** Reads a queue URL, or {@code null} for text of another form. */
    static @Nullable QueueAddress parse(String url) {
        int scheme = url.indexOf("://");
        int path = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
        if (path < 0) {
            return null;
        }
        if (url.startsWith(QUEUE_PATH, path + 1)) {
            int start = path + 1 + QUEUE_PATH.length();
            int end = url.indexOf('/', start);
            return end > start ? ofPath(url.substring(start, end), url, end) : null;
        }
        return ofPath(regionIn(url, scheme + 3, path), url, path);
    }

    private static @Nullable QueueAddress ofPath(@Nullable String region, String url, int slash) {
        int second = url.indexOf('/', slash + 1);
        int end = url.endsWith("/") ? url.length() - 1 : url.length();
        boolean twoParts = second > slash + 1 && second + 1 < end && url.indexOf('/', second + 1) < 0
                || second > slash + 1 && url.indexOf('/', second + 1) == end;
        return twoParts
                ? new QueueAddress(region, url.substring(slash + 1, second), url.substring(second + 1, end))
                : null;
    }

    private static @Nullable String regionIn(String url, int start, int end) {
        int first = url.indexOf('.', start);
        int second = first < 0 ? -1 : url.indexOf('.', first + 1);
        if (second < 0 || second > end) {
            return null;
        }
        if (url.startsWith("sqs.", start)) {
            return looksLikeRegion(url, first + 1, second) ? url.substring(first + 1, second) : null;
        }
        boolean legacy = url.startsWith("queue.", first + 1) && looksLikeRegion(url, start, first);
        return legacy ? url.substring(start, first) : null;
    }

    /** Regions look like {@code eu-west-1}; {@code sqs.localhost.localstack.cloud} names none. */
    private static boolean looksLikeRegion(String url, int start, int end) {
        int dash = url.indexOf('-', start);
        return dash > start && dash < end && Character.isDigit(url.charAt(end - 1));
    }
}
