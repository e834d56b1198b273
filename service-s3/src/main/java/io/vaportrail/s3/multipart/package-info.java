/**
 * Multipart uploads. Start with {@link io.vaportrail.s3.multipart.CreateMultipartUpload}; {@link
 * io.vaportrail.s3.multipart.CompleteMultipartUpload} puts the object together.
 */
@NullMarked
package io.vaportrail.s3.multipart;

import org.jspecify.annotations.NullMarked;
