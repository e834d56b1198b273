/**
 * What the owner of a bucket configures. Start with {@link io.vaportrail.s3.configuration.BucketPolicies}.
 */
@NullMarked
package io.vaportrail.s3.configuration;

import org.jspecify.annotations.NullMarked;
