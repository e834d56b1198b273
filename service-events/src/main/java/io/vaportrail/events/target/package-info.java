/** Operations on the targets of rules. Start with {@link io.vaportrail.events.target.PutTargets}. */
@NullMarked
package io.vaportrail.events.target;

import org.jspecify.annotations.NullMarked;
