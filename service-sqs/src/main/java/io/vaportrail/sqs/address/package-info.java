/** From what callers name to queues, and back: queue URLs and page tokens. Start with {@link io.vaportrail.sqs.address.QueueFinder}. */
@NullMarked
package io.vaportrail.sqs.address;

import org.jspecify.annotations.NullMarked;
