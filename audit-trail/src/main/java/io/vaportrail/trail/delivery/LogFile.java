package io.vaportrail.trail.delivery;

import java.time.Instant;

/**
 * A log file that is ready to be delivered. The beginning and the bucket are the trail's at the time it is sent.
 *
 * @param region whose records it has
 * @param name its key from {@code CloudTrail/} on
 * @param contents compressed
 * @param hash SHA-256 of the contents before compression, in lower-case hexadecimal digits
 * @param records how many records it has
 * @param oldest the time of the first, in whole seconds
 * @param newest the time of the last
 */
record LogFile(String region, String name, byte[] contents, String hash, int records, Instant oldest, Instant newest) {
    /** The whole key. */
    String key(String keyStart, String accountId) {
        return keyStart + "AWSLogs/" + accountId + "/" + name;
    }
}
