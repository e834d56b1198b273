/** JMH benchmarks of the steps that every request takes. {@code benchmarks/run jmh} runs them. */
@NullMarked
package io.vaportrail.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
