package io.vaportrail.s3.multipart;

import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.StoreEnvironment;
import io.vaportrail.s3.store.Upload;
import io.vaportrail.s3.store.UploadedPart;

/** Finds uploads, and puts parts into them within the memory. */
public final class PartStore {
    private final StoreEnvironment environment;

    /** Parts in the memory of the environment. */
    public PartStore(StoreEnvironment environment) {
        this.environment = environment;
    }

    /** Refuses a number that no part may have. */
    static void checkNumber(int number) {
        if (number < 1 || number > S3Limits.PARTS) {
            throw S3Errors.invalidArgument(
                    "Part number must be an integer between 1 and " + S3Limits.PARTS + ", inclusive",
                    "partNumber",
                    number);
        }
    }

    /** The upload of this id for this key. */
    static Upload find(Bucket bucket, String key, String uploadId) {
        Upload upload = bucket.withUploads(uploads -> uploads.find(key, uploadId));
        if (upload == null) {
            throw S3Errors.noSuchUpload(uploadId);
        }
        return upload;
    }

    /** Puts a part into an upload. */
    UploadedPart put(Bucket bucket, Upload upload, int number, ObjectContent content) {
        environment.memory().take(content.size());
        UploadedPart part = new UploadedPart(number, content, environment.now());
        boolean added = false;
        UploadedPart replaced;
        try {
            replaced = bucket.withUploads(uploads -> {
                if (uploads.find(upload.target().key(), upload.id()) != upload) {
                    throw S3Errors.noSuchUpload(upload.id());
                }
                return upload.parts().put(number, part);
            });
            added = true;
        } finally {
            if (!added) {
                environment.memory().giveBack(content.size());
            }
        }
        if (replaced != null) {
            environment.memory().giveBack(replaced.content().size());
        }
        return part;
    }
}
