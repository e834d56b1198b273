/**
 * Secrets stay out of everything that the emulator keeps, shows, logs and delivers. Start with
 * {@link io.vaportrail.conformance.secrecy.SecrecyTest}.
 */
@NullMarked
package io.vaportrail.conformance.secrecy;

import org.jspecify.annotations.NullMarked;
