/**
 * What S3 tells CloudWatch of its buckets once a day. Start with {@link io.vaportrail.s3.storage.StorageMetrics}.
 */
@NullMarked
package io.vaportrail.s3.storage;

import org.jspecify.annotations.NullMarked;
