/** S3 as clients of the AWS SDK and tools see it. {@link io.vaportrail.conformance.s3.S3Test} is what the tests stand on. */
@NullMarked
package io.vaportrail.conformance.s3;

import org.jspecify.annotations.NullMarked;
