/**
 * EventBridge as SDKs see it, and the way of events from the services that emit them to the targets of rules. Error codes and
 * messages are those that AWS answered when asked the same.
 */
@NullMarked
package io.vaportrail.conformance.events;

import org.jspecify.annotations.NullMarked;
