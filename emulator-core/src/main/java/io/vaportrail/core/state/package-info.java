/**
 * How services keep what they know, by account and region. Start with {@link io.vaportrail.core.state.Regional}.
 */
@NullMarked
package io.vaportrail.core.state;

import org.jspecify.annotations.NullMarked;
