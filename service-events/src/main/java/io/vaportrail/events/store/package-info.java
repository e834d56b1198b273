/** Event buses and rules, by account and region. Start with {@link io.vaportrail.events.store.Buses}. */
@NullMarked
package io.vaportrail.events.store;

import org.jspecify.annotations.NullMarked;
