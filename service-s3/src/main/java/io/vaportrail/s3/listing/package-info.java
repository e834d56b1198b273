/**
 * The listings of objects and versions. Start with {@link io.vaportrail.s3.listing.ListObjectsV2}.
 */
@NullMarked
package io.vaportrail.s3.listing;

import org.jspecify.annotations.NullMarked;
