package io.vaportrail.trail.digest;

import java.time.Instant;

/**
 * A log file as a digest lists it.
 *
 * @param bucket where it lies
 * @param key its key
 * @param hash SHA-256 of its contents before compression, in lower-case hexadecimal digits
 * @param oldest the time of the first of its events, in whole seconds
 * @param newest the time of the last
 */
public record DeliveredFile(String bucket, String key, String hash, Instant oldest, Instant newest) {}
