/** Live tail: events as they come in. Start with {@link io.vaportrail.logs.tail.LiveTail}. */
@NullMarked
package io.vaportrail.logs.tail;

import org.jspecify.annotations.NullMarked;
