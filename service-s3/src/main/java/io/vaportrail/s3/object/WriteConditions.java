package io.vaportrail.s3.object;

import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.store.Condition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of writes and deletes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">Conditional requests</a>
 */
public final class WriteConditions {
    private static final String ANY = "*";

    private WriteConditions() {}

    /** The condition of a write. */
    public static Condition ofWrite(String key, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch != null && !ifNoneMatch.equals(ANY)) {
            throw S3Errors.headerNotImplemented("If-None-Match");
        }
        if (ifMatch != null && ifMatch.equals(ANY)) {
            throw S3Errors.headerNotImplemented("If-Match");
        }
        if (ifMatch == null && ifNoneMatch == null) {
            return Condition.NONE;
        }
        return current -> {
            if (ifNoneMatch != null && current != null) {
                throw S3Errors.preconditionFailed("If-None-Match");
            }
            if (ifMatch == null) {
                return;
            }
            if (current == null) {
                throw S3Errors.noSuchKey(key);
            }
            if (!ETags.fits(ifMatch, current.contentOrThrow().eTag())) {
                throw S3Errors.preconditionFailed("If-Match");
            }
        };
    }

    /** The condition of a delete; what is not there is deleted already. */
    public static Condition ofDelete(
            @Nullable String ifMatch, @Nullable Instant ifLastModified, @Nullable Long ifSize) {
        if (ifMatch == null && ifLastModified == null && ifSize == null) {
            return Condition.NONE;
        }
        return current -> {
            if (current == null) {
                if (ifMatch != null) {
                    throw S3Errors.preconditionFailed("If-Match");
                }
                return;
            }
            if (ifMatch != null
                    && !ifMatch.equals(ANY)
                    && !ETags.fits(ifMatch, current.contentOrThrow().eTag())) {
                throw S3Errors.preconditionFailed("If-Match");
            }
            if (ifLastModified != null && !ifLastModified.equals(current.lastModified())) {
                throw S3Errors.preconditionFailed("x-amz-if-match-last-modified-time");
            }
            if (ifSize != null && ifSize != current.contentOrThrow().size()) {
                throw S3Errors.preconditionFailed("x-amz-if-match-size");
            }
        };
    }
}
