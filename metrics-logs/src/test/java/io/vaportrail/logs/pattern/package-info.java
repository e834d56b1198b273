/** Tests of filter patterns. */
@NullMarked
package io.vaportrail.logs.pattern;

import org.jspecify.annotations.NullMarked;
