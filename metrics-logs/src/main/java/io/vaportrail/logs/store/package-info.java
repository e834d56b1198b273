/**
 * Log groups, their streams and the events in them. Start with {@link io.vaportrail.logs.store.LogStore}; events are read through
 * {@link io.vaportrail.logs.store.LogEvents}.
 */
@NullMarked
package io.vaportrail.logs.store;

import org.jspecify.annotations.NullMarked;
