/**
 * CloudTrail Insights: unusual rates of calls and errors, found on the emulator's clock. Start with
 * {@link io.vaportrail.trail.insights.Insights}; {@code InsightRule} says what is unusual.
 */
@NullMarked
package io.vaportrail.trail.insights;

import org.jspecify.annotations.NullMarked;
