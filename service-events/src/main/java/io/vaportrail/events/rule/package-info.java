/** Operations on rules. Start with {@link io.vaportrail.events.rule.PutRule}. */
@NullMarked
package io.vaportrail.events.rule;

import org.jspecify.annotations.NullMarked;
