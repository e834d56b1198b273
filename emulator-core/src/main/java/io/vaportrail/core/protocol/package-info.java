/**
 * The wire protocols: bytes to an operation's input, and its output or error to bytes, driven by the schema alone. Start with
 * {@link io.vaportrail.core.protocol.Protocol}.
 */
@NullMarked
package io.vaportrail.core.protocol;

import org.jspecify.annotations.NullMarked;
