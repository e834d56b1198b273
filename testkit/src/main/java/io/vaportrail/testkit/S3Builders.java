package io.vaportrail.testkit;

import software.amazon.awssdk.services.s3.S3BaseClientBuilder;

/** What S3's clients need besides. Loaded only by those who have them. */
final class S3Builders {
    private S3Builders() {}

    /** The bucket in the path: a bucket's own host name would have to lead to the emulator, and most machines know none that does. */
    static void pathStyle(Object builder) {
        if (builder instanceof S3BaseClientBuilder<?, ?> s3) {
            s3.forcePathStyle(true);
        }
    }
}
