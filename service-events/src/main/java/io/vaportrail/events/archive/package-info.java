/** Archives of events, and replays of them. Start with {@link io.vaportrail.events.archive.Archives}. */
@NullMarked
package io.vaportrail.events.archive;

import org.jspecify.annotations.NullMarked;
