package io.vaportrail.s3.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an object and what follows from them.
 *
 * @param bytes must not be changed
 * @param eTag without quotes
 * @param checksum or {@code null} when none was kept
 * @param parts what a multipart upload put together, empty for an object sent whole
 */
@SuppressWarnings("ArrayRecordComponent") // shared, not copied: an object may be large
public record ObjectContent(
        byte[] bytes, String eTag, @Nullable Checksum checksum, List<ObjectPart> parts) {
    /** The number of bytes. */
    public long size() {
        return bytes.length;
    }
}
