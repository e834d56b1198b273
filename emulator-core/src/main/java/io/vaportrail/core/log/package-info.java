/**
 * The way in which services that do not keep logs see the events of log groups. Start with
 * {@link io.vaportrail.core.log.LogEventSink}.
 */
@NullMarked
package io.vaportrail.core.log;

import org.jspecify.annotations.NullMarked;
