/** Event patterns, matched by AWS's own event ruler. Start with {@link io.vaportrail.events.pattern.EventPattern}. */
@NullMarked
package io.vaportrail.events.pattern;

import org.jspecify.annotations.NullMarked;
