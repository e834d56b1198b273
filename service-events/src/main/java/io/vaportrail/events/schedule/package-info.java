/** When rules fire on their own. Start with {@link io.vaportrail.events.schedule.Schedule}. */
@NullMarked
package io.vaportrail.events.schedule;

import org.jspecify.annotations.NullMarked;
