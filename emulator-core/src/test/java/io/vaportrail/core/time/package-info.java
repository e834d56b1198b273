/** Domain time and its timers, moved by hand. */
@NullMarked
package io.vaportrail.core.time;

import org.jspecify.annotations.NullMarked;
