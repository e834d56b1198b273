/** Tests of schedule expressions. */
@NullMarked
package io.vaportrail.events.schedule;

import org.jspecify.annotations.NullMarked;
