/** Tests of deliveries that fail. */
@NullMarked
package io.vaportrail.events.delivery;

import org.jspecify.annotations.NullMarked;
