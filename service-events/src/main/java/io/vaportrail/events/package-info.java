/**
 * Amazon EventBridge: event buses, rules and the deliveries to their targets. Start with {@link io.vaportrail.events.EventsModule};
 * the way of one event begins in {@link io.vaportrail.events.event.PutEvents}.
 */
@NullMarked
package io.vaportrail.events;

import org.jspecify.annotations.NullMarked;
