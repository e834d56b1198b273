/** Dead-letter queues: who may name whom, and who does. Start with {@link io.vaportrail.sqs.deadletter.RedrivePolicies}. */
@NullMarked
package io.vaportrail.sqs.deadletter;

import org.jspecify.annotations.NullMarked;
