/**
 * Log transformers: what events are made into as they come in. Start with {@link io.vaportrail.logs.transform.Transformers}; the
 * processors are made by {@code TransformerCompiler}.
 */
@NullMarked
package io.vaportrail.logs.transform;

import org.jspecify.annotations.NullMarked;
