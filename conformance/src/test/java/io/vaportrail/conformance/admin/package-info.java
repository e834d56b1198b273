/** The emulator's own HTTP surface: health, clock, reset, TLS, limits of the transport, requests as curl makes them. */
@NullMarked
package io.vaportrail.conformance.admin;

import org.jspecify.annotations.NullMarked;
