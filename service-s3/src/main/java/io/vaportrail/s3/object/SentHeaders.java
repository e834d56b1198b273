package io.vaportrail.s3.object;

import io.vaportrail.s3.Members;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.store.ObjectHeaders;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.schema.Struct;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the sender of an object says of it: PutObject, CopyObject and CreateMultipartUpload have the same members. */
public final class SentHeaders {
    private static final Set<String> STORAGE_CLASSES = Set.of(
            "STANDARD",
            "REDUCED_REDUNDANCY",
            "STANDARD_IA",
            "ONEZONE_IA",
            "INTELLIGENT_TIERING",
            "GLACIER",
            "DEEP_ARCHIVE",
            "GLACIER_IR");

    private SentHeaders() {}

    /** The headers of the request's object. */
    @SuppressWarnings("unchecked")
    public static ObjectHeaders of(Struct input) {
        Map<String, String> metadata =
                (Map<String, String>) Objects.requireNonNullElse(Members.value(input, "Metadata"), Map.of());
        Keys.checkMetadata(metadata);
        return new ObjectHeaders(
                Objects.requireNonNullElse(Members.text(input, "ContentType"), ObjectHeaders.DEFAULT_CONTENT_TYPE),
                withoutChunking(Members.text(input, "ContentEncoding")),
                Members.text(input, "ContentLanguage"),
                Members.text(input, "ContentDisposition"),
                Members.text(input, "CacheControl"),
                (Instant) Members.value(input, "Expires"),
                redirect(Members.text(input, "WebsiteRedirectLocation")),
                metadata);
    }

    /** aws-chunked says how the body came, not what it is. */
    private static @Nullable String withoutChunking(@Nullable String codings) {
        if (codings == null || !codings.toLowerCase(Locale.ROOT).contains("aws-chunked")) {
            return codings;
        }
        String rest = Arrays.stream(codings.split(",", -1))
                .map(String::strip)
                .filter(coding -> !coding.equalsIgnoreCase("aws-chunked") && !coding.isEmpty())
                .collect(Collectors.joining(","));
        return rest.isEmpty() ? null : rest;
    }

    private static @Nullable String redirect(@Nullable String location) {
        if (location != null
                && !location.startsWith("/")
                && !location.startsWith("http://")
                && !location.startsWith("https://")) {
            throw S3Errors.invalidArgument(
                    "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.",
                    "x-amz-website-redirect-location",
                    location);
        }
        return location;
    }

    /** The storage class of the request's object. */
    public static String storageClass(Struct input) {
        String stated = Members.text(input, "StorageClass");
        if (stated != null && !STORAGE_CLASSES.contains(stated)) {
            throw S3Errors.invalidStorageClass(stated);
        }
        return stated == null ? ObjectVersion.STANDARD : stated;
    }

    /** Refuses what the emulator cannot do with an object. */
    public static void refuseWhatIsMissing(Struct input) {
        if (Members.value(input, "SSECustomerAlgorithm") != null || Members.value(input, "SSECustomerKey") != null) {
            throw S3Errors.notImplemented("S3 encryption with keys of the customer (SSE-C)");
        }
        if (Members.value(input, "ObjectLockMode") != null
                || Members.value(input, "ObjectLockRetainUntilDate") != null
                || Members.value(input, "ObjectLockLegalHoldStatus") != null) {
            throw S3Errors.invalidRequest("Bucket is missing Object Lock Configuration");
        }
        if (Members.value(input, "WriteOffsetBytes") != null) {
            throw S3Errors.notImplemented("appending to S3 objects");
        }
    }
}
