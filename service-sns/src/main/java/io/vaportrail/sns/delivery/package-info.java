/** How messages reach subscriptions. Start with {@link io.vaportrail.sns.delivery.Fanout}. */
@NullMarked
package io.vaportrail.sns.delivery;

import org.jspecify.annotations.NullMarked;
