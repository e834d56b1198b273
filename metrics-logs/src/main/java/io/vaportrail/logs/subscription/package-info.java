/**
 * Subscription filters and the destinations that they name. Start with {@link io.vaportrail.logs.subscription.Subscriptions}.
 */
@NullMarked
package io.vaportrail.logs.subscription;

import org.jspecify.annotations.NullMarked;
