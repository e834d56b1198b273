/** Moving messages out of a dead-letter queue. Start with {@link io.vaportrail.sqs.movetask.StartMessageMoveTask}. */
@NullMarked
package io.vaportrail.sqs.movetask;

import org.jspecify.annotations.NullMarked;
