/**
 * The operations on messages. Start with {@link io.vaportrail.sqs.message.SendMessage} and
 * {@link io.vaportrail.sqs.message.ReceiveMessage}; what they do to a queue stands in {@code io.vaportrail.sqs.store}.
 */
@NullMarked
package io.vaportrail.sqs.message;

import org.jspecify.annotations.NullMarked;
