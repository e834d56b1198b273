/**
 * The queues themselves, without any protocol: what is in them, who waits for it, and when what is due. Start with
 * {@link io.vaportrail.sqs.store.Queue}, whose one lock guards a {@code MessageStore} (standard or FIFO).
 */
@NullMarked
package io.vaportrail.sqs.store;

import org.jspecify.annotations.NullMarked;
