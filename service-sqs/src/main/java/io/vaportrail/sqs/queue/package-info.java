/**
 * The operations on queues as a whole: making, finding, describing, changing, purging and deleting them. Start with
 * {@link io.vaportrail.sqs.queue.CreateQueue}.
 */
@NullMarked
package io.vaportrail.sqs.queue;

import org.jspecify.annotations.NullMarked;
