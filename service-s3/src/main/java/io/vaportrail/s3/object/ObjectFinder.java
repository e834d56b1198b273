package io.vaportrail.s3.object;

import io.vaportrail.core.service.Call;
import io.vaportrail.s3.HttpDates;
import io.vaportrail.s3.S3Error;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.schema.ServiceException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leads from a key and perhaps a version id to an object. */
public final class ObjectFinder {
    private static final Pattern VERSION_ID = Pattern.compile("[A-Za-z0-9._]{32}");

    private ObjectFinder() {}

    /**
     * The object, or the version of it that is named.
     *
     * @param method the HTTP method, which the error for a delete marker names
     * @throws io.vaportrail.schema.ServiceException when there is none, or it is a delete marker
     */
    public static ObjectVersion find(Bucket bucket, String key, @Nullable String versionId, String method) {
        Keys.check(key);
        if (versionId == null) {
            ObjectVersion newest = bucket.newest(key);
            if (newest == null) {
                throw S3Errors.noSuchKey(key);
            } else if (newest.isDeleteMarker()) {
                throw marked(S3Errors.noSuchKey(key), newest);
            }
            return newest;
        }
        checkVersionId(versionId);
        ObjectVersion version = bucket.version(key, versionId);
        if (version == null) {
            throw S3Errors.noSuchVersion(key, versionId);
        } else if (version.isDeleteMarker()) {
            throw marked(S3Errors.methodNotAllowed(method, "DeleteMarker"), version)
                    .header("Allow", "DELETE")
                    .header("Last-Modified", HttpDates.format(version.lastModified()));
        }
        return version;
    }

    /**
     * The object, for a reader: that there is none is told to those alone who may list the bucket.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject, permissions</a>
     */
    static ObjectVersion findFor(Call call, Bucket bucket, String key, @Nullable String versionId, String method) {
        try {
            return find(bucket, key, versionId, method);
        } catch (S3Error e) {
            boolean missing = e.error().code().equals("NoSuchKey");
            ServiceException refusal = missing ? call.refusal("s3:ListBucket", bucket.arn()) : null;
            throw refusal == null ? e : refusal;
        }
    }

    /** Refuses what cannot be the id of a version. */
    static void checkVersionId(String versionId) {
        if (versionId.isEmpty()) {
            throw S3Errors.invalidArgument("Version id cannot be the empty string", "versionId", versionId);
        }
        if (!versionId.equals(ObjectVersion.NULL)
                && !VERSION_ID.matcher(versionId).matches()) {
            throw S3Errors.invalidVersionId(versionId);
        }
    }

    private static S3Error marked(S3Error error, ObjectVersion marker) {
        return error.header("x-amz-delete-marker", "true").header("x-amz-version-id", marker.versionId());
    }
}
