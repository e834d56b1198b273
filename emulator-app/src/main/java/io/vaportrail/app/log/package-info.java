/** The log: configured in code, written by a thread of its own. Start with {@link io.vaportrail.app.log.Logs}. */
@NullMarked
package io.vaportrail.app.log;

import org.jspecify.annotations.NullMarked;
