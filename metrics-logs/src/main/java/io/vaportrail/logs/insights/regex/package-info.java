/**
 * Regular expressions of queries, in time that grows with the text alone. Start with
 * {@link io.vaportrail.logs.insights.regex.QueryRegex}.
 */
@NullMarked
package io.vaportrail.logs.insights.regex;

import org.jspecify.annotations.NullMarked;
