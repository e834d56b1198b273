/**
 * Named places in the trail, from and up to which it can be read. Start with {@link io.vaportrail.trail.markers.Markers}.
 */
@NullMarked
package io.vaportrail.trail.markers;

import org.jspecify.annotations.NullMarked;
