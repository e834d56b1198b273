/**
 * Buckets and what is in them. Start with {@link io.vaportrail.s3.store.Bucket}; {@link io.vaportrail.s3.store.ObjectTable} lists.
 */
@NullMarked
package io.vaportrail.s3.store;

import org.jspecify.annotations.NullMarked;
