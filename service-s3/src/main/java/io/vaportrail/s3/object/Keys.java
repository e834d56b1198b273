package io.vaportrail.s3.object;

import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What keys and user metadata may be long. */
public final class Keys {
    private Keys() {}

    /** Refuses a key that no object may have. */
    public static void check(String key) {
        // A UTF-16 unit takes up to three bytes.
        if (key.length() * 3 > S3Limits.KEY_BYTES) {
            int size = key.getBytes(StandardCharsets.UTF_8).length;
            if (size > S3Limits.KEY_BYTES) {
                throw S3Errors.keyTooLong(size);
            }
        }
    }

    /** Refuses more user metadata than an object may have. */
    static void checkMetadata(Map<String, String> metadata) {
        int size = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            size += entry.getKey().getBytes(StandardCharsets.UTF_8).length
                    + entry.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (size > S3Limits.METADATA_BYTES) {
            throw S3Errors.metadataTooLarge(size);
        }
    }
}
