/**
 * The CloudTrail service: the event history. Start with {@link io.vaportrail.trail.history.CloudTrailModule}; {@code LookupEvents} is
 * the operation of that name. The operations on trails are those of {@code trail.trails}.
 */
@NullMarked
package io.vaportrail.trail.history;

import org.jspecify.annotations.NullMarked;
