/**
 * How fast the emulator is, beside a server that does nothing but parse and answer JSON. Start with the script {@code
 * benchmarks/run} and {@code docs/performance.md}.
 */
@NullMarked
package io.vaportrail.benchmarks;

import org.jspecify.annotations.NullMarked;
