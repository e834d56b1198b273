/** What of an event a target gets. Start with {@link io.vaportrail.events.transform.Payloads}. */
@NullMarked
package io.vaportrail.events.transform;

import org.jspecify.annotations.NullMarked;
