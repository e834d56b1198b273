/** Tests of patterns and of what is unusual about them. */
@NullMarked
package io.vaportrail.logs.insights.pattern;

import org.jspecify.annotations.NullMarked;
