/** Tests of checksums. */
@NullMarked
package io.vaportrail.s3.checksum;

import org.jspecify.annotations.NullMarked;
