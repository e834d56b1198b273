package io.vaportrail.s3.store;

import org.jspecify.annotations.Nullable;

/**
 * A part that an object was put together from.
 *
 * @param number 1 to 10,000
 * @param size bytes
 * @param checksum of the part, or {@code null} when none was kept
 */
public record ObjectPart(int number, long size, @Nullable Checksum checksum) {}
