/** Deliveries that cannot leave the machine are kept to be looked at. Start with {@link io.vaportrail.sns.outbox.Outbox}. */
@NullMarked
package io.vaportrail.sns.outbox;

import org.jspecify.annotations.NullMarked;
