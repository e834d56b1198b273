/**
 * Event selectors: which records a trail asks for. Start with {@link io.vaportrail.trail.selector.TrailSelectors}; what AWS accepts
 * stands in {@code BasicRules} and {@code AdvancedRules}.
 */
@NullMarked
package io.vaportrail.trail.selector;

import org.jspecify.annotations.NullMarked;
