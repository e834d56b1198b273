/**
 * The query language of the trail: conditions on any field of a record, joined by {@code and}, {@code or} and {@code not}. Start with
 * {@link io.vaportrail.trail.query.Where}; {@code Parser} is the grammar, {@code Expression} what it means.
 */
@NullMarked
package io.vaportrail.trail.query;

import org.jspecify.annotations.NullMarked;
