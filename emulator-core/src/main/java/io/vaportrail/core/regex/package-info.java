/** Regular expressions that callers give. Start with {@link io.vaportrail.core.regex.LinearPatterns}. */
@NullMarked
package io.vaportrail.core.regex;

import org.jspecify.annotations.NullMarked;
