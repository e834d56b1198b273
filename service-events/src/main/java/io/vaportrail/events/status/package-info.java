/** What EventBridge tells of itself. Start with {@link io.vaportrail.events.status.EventsMetrics}. */
@NullMarked
package io.vaportrail.events.status;

import org.jspecify.annotations.NullMarked;
