/** Tests of the store. */
@NullMarked
package io.vaportrail.s3.store;

import org.jspecify.annotations.NullMarked;
