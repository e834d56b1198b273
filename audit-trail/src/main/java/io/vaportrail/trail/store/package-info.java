/**
 * Keeps what was recorded of calls: compact bytes in two bounded rings, one for management and one for data events, so that
 * traffic never evicts history.
 *
 * <p>Start with {@link io.vaportrail.trail.store.TrailStore}, which takes calls; {@link io.vaportrail.trail.store.TrailCursor} walks
 * over them and {@link io.vaportrail.trail.store.StoredCall} is one of them. {@code CallEncoder} shows what is kept and in which
 * order; redaction happens there, before anything is stored.
 */
@NullMarked
package io.vaportrail.trail.store;

import org.jspecify.annotations.NullMarked;
