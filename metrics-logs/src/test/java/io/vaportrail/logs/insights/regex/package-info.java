/** Tests of regular expressions. */
@NullMarked
package io.vaportrail.logs.insights.regex;

import org.jspecify.annotations.NullMarked;
