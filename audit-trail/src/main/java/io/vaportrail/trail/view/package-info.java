/**
 * The emulator's own view of the trail, {@code GET /_vaportrail/trail}: every record, whether AWS would deliver it or not, filtered,
 * as JSON or text, once or followed live. Start with {@link io.vaportrail.trail.view.TrailRoutes}; {@code TrailQuery} and
 * {@code TrailFilter} list the parameters.
 */
@NullMarked
package io.vaportrail.trail.view;

import org.jspecify.annotations.NullMarked;
