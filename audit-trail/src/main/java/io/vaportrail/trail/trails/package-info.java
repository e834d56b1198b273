/**
 * Trails: what they are, who may change them from where, and the operations on them. Start with
 * {@link io.vaportrail.trail.trails.Trail}; what happens to the records is the matter of {@code trail.delivery}.
 */
@NullMarked
package io.vaportrail.trail.trails;

import org.jspecify.annotations.NullMarked;
