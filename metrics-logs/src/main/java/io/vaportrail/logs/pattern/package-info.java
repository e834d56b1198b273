/**
 * Filter patterns, as metric filters, subscription filters, FilterLogEvents and live tail use them: one parser, one matcher. Start
 * with {@link io.vaportrail.logs.pattern.FilterPattern}.
 */
@NullMarked
package io.vaportrail.logs.pattern;

import org.jspecify.annotations.NullMarked;
