/** Tests of regular expressions that callers give. */
@NullMarked
package io.vaportrail.core.regex;

import org.jspecify.annotations.NullMarked;
