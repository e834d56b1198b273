/** Tags of queues. Start with {@link io.vaportrail.sqs.tag.TagQueue}. */
@NullMarked
package io.vaportrail.sqs.tag;

import org.jspecify.annotations.NullMarked;
