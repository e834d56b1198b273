/**
 * The operations on single objects. Start with {@link io.vaportrail.s3.object.PutObject} and {@link
 * io.vaportrail.s3.object.GetObject}.
 */
@NullMarked
package io.vaportrail.s3.object;

import org.jspecify.annotations.NullMarked;
