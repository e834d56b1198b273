/**
 * The operations on buckets as a whole. Start with {@link io.vaportrail.s3.bucket.CreateBucket}.
 */
@NullMarked
package io.vaportrail.s3.bucket;

import org.jspecify.annotations.NullMarked;
