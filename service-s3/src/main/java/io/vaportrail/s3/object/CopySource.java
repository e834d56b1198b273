package io.vaportrail.s3.object;

import io.vaportrail.s3.S3Error;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.Versioning;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is to be copied.
 *
 * @param bucket its bucket
 * @param key its key
 * @param versionId its version, or {@code null} for the newest
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject, x-amz-copy-source</a>
 */
public record CopySource(
        String bucket, String key, @Nullable String versionId) {
    private static final String VERSION = "?versionId=";

    /** {@code BUCKET/KEY}, perhaps with a slash before it and {@code ?versionId=ID} behind it, percent-encoded. */
    public static CopySource parse(String header) {
        int mark = header.indexOf(VERSION);
        String path = decode(mark < 0 ? header : header.substring(0, mark), header);
        String trimmed = path.startsWith("/") ? path.substring(1) : path;
        int slash = trimmed.indexOf('/');
        if (trimmed.startsWith("arn:")) {
            throw S3Errors.notImplemented("copying from S3 access points");
        }
        if (slash <= 0 || slash == trimmed.length() - 1) {
            throw wrong(header);
        }
        String versionId = mark < 0 ? null : header.substring(mark + VERSION.length());
        return new CopySource(trimmed.substring(0, slash), trimmed.substring(slash + 1), versionId);
    }

    /** A plus sign is itself here. */
    private static String decode(String text, String header) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong(header);
        }
    }

    private static S3Error wrong(String header) {
        return S3Errors.invalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
                "x-amz-copy-source",
                header);
    }

    /** The object that is to be copied. */
    public Found find(BucketFinder finder, @Nullable String expectedOwner) {
        Bucket source = finder.existing(bucket, expectedOwner);
        if (versionId != null) {
            ObjectVersion named = source.version(key, versionId);
            if (named != null && named.isDeleteMarker()) {
                throw S3Errors.invalidRequest(
                        "The source of a copy request may not specifically refer to a delete marker by version id.");
            }
        }
        ObjectVersion found = ObjectFinder.find(source, key, versionId, "GET");
        if (found.isArchived()) {
            throw S3Errors.archived(found.storageClass());
        }
        return new Found(source, found);
    }

    /**
     * The object that is to be copied, found.
     *
     * @param bucket its bucket
     * @param version its version
     */
    public record Found(Bucket bucket, ObjectVersion version) {
        /** The version id that the answer shows: none of a bucket that never had versions. */
        public @Nullable String visibleVersionId() {
            return bucket.settings().versioning() == Versioning.OFF ? null : version.versionId();
        }
    }
}
