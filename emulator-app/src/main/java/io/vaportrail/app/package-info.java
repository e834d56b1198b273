/**
 * The process: what runs when {@code vaportrail start} is typed. Start with {@code Main}; {@code Emulator} is the wiring, the one
 * place that knows every module.
 */
@NullMarked
package io.vaportrail.app;

import org.jspecify.annotations.NullMarked;
