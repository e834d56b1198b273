/**
 * Writing and reading log events. Start with {@link io.vaportrail.logs.event.PutLogEvents}.
 */
@NullMarked
package io.vaportrail.logs.event;

import org.jspecify.annotations.NullMarked;
