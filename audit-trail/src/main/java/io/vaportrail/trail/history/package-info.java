/**
 * The CloudTrail service: the event history. Start with {@link io.vaportrail.trail.history.CloudTrailModule}; {@code LookupEvents} is
 * the operation of that name. Trails and what follows from them are not implemented and say so.
 */
@NullMarked
package io.vaportrail.trail.history;

import org.jspecify.annotations.NullMarked;
