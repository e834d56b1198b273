/**
 * The emulator's own time, its timers, and the machine's. Start with {@link io.vaportrail.core.time.EmulatorClock}.
 */
@NullMarked
package io.vaportrail.core.time;

import org.jspecify.annotations.NullMarked;
