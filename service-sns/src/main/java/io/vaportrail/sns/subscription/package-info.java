/** Subscriptions: made, confirmed, looked at, changed and ended. Start with {@link io.vaportrail.sns.subscription.Subscribe}. */
@NullMarked
package io.vaportrail.sns.subscription;

import org.jspecify.annotations.NullMarked;
