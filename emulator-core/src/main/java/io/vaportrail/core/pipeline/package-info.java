/**
 * The way of one call, in order. Start with {@link io.vaportrail.core.pipeline.Pipeline}.
 */
@NullMarked
package io.vaportrail.core.pipeline;

import org.jspecify.annotations.NullMarked;
