/**
 * What the calls of the trail amount to: who did what to what, how often, and the permissions that it took. Start with
 * {@link io.vaportrail.trail.summary.Summary} and {@link io.vaportrail.trail.summary.LeastPrivilege}; {@code CallAccesses} says which
 * permissions a call took.
 */
@NullMarked
package io.vaportrail.trail.summary;

import org.jspecify.annotations.NullMarked;
