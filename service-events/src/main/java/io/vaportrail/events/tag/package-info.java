/** Tags of buses and rules. Start with {@link io.vaportrail.events.tag.TagOperations}. */
@NullMarked
package io.vaportrail.events.tag;

import org.jspecify.annotations.NullMarked;
