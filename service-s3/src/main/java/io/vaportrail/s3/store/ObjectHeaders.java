package io.vaportrail.s3.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of an object said of it, given back with it.
 *
 * @param contentType media type
 * @param contentEncoding or {@code null}
 * @param contentLanguage or {@code null}
 * @param contentDisposition or {@code null}
 * @param cacheControl or {@code null}
 * @param expires or {@code null}
 * @param websiteRedirectLocation or {@code null}
 * @param metadata user metadata, names in lower case without their prefix
 */
public record ObjectHeaders(
        String contentType,
        @Nullable String contentEncoding,
        @Nullable String contentLanguage,
        @Nullable String contentDisposition,
        @Nullable String cacheControl,
        @Nullable Instant expires,
        @Nullable String websiteRedirectLocation,
        Map<String, String> metadata) {
    /** The content type of what came without one. */
    public static final String DEFAULT_CONTENT_TYPE = "binary/octet-stream";

    /** What holds of a delete marker. */
    public static final ObjectHeaders NONE =
            new ObjectHeaders(DEFAULT_CONTENT_TYPE, null, null, null, null, null, null, Map.of());
}
