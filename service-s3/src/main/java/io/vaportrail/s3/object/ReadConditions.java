package io.vaportrail.s3.object;

import io.vaportrail.s3.HttpDates;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.store.ObjectVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of GetObject and HeadObject, and of the source of a copy.
 *
 * @param ifMatch entity tags, or {@code null}
 * @param ifNoneMatch entity tags, or {@code null}
 * @param ifModifiedSince a time, or {@code null}
 * @param ifUnmodifiedSince a time, or {@code null}
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject, conditional requests</a>
 */
public record ReadConditions(
        @Nullable String ifMatch,
        @Nullable String ifNoneMatch,
        @Nullable Instant ifModifiedSince,
        @Nullable Instant ifUnmodifiedSince) {

    /** Refuses a version that does not fit, with 412 or 304. */
    public void checkRead(ObjectVersion version) {
        String failed = failedPrecondition(version);
        if (failed != null) {
            throw S3Errors.preconditionFailed(failed);
        }
        if (unchanged(version)) {
            throw S3Errors.notModified()
                    .header("ETag", ETags.quoted(version.contentOrThrow().eTag()))
                    .header("Last-Modified", HttpDates.format(version.lastModified()));
        }
    }

    /** Refuses the source of a copy that does not fit. */
    public void checkCopySource(ObjectVersion version) {
        String failed = failedPrecondition(version);
        if (failed != null) {
            throw S3Errors.preconditionFailed("x-amz-copy-source-" + failed);
        }
        if (unchanged(version)) {
            throw S3Errors.preconditionFailed(
                    ifNoneMatch != null ? "x-amz-copy-source-If-None-Match" : "x-amz-copy-source-If-Modified-Since");
        }
    }

    /** A tag that fits goes before a time. */
    private @Nullable String failedPrecondition(ObjectVersion version) {
        if (ifMatch != null) {
            return ETags.fits(ifMatch, version.contentOrThrow().eTag()) ? null : "If-Match";
        }
        boolean changed = ifUnmodifiedSince != null && version.lastModified().isAfter(ifUnmodifiedSince);
        return changed ? "If-Unmodified-Since" : null;
    }

    private boolean unchanged(ObjectVersion version) {
        if (ifNoneMatch != null) {
            return ETags.fits(ifNoneMatch, version.contentOrThrow().eTag());
        }
        return ifModifiedSince != null && !version.lastModified().isAfter(ifModifiedSince);
    }
}
