/** Tests of the event store. */
@NullMarked
package io.vaportrail.logs.store;

import org.jspecify.annotations.NullMarked;
