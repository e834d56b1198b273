/** Amazon S3: buckets and objects. */
@NullMarked
package io.vaportrail.s3;

import org.jspecify.annotations.NullMarked;
