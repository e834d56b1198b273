/** Metrics in log events: the embedded metric format. Start with {@link io.vaportrail.logs.emf.EmbeddedMetrics}. */
@NullMarked
package io.vaportrail.logs.emf;

import org.jspecify.annotations.NullMarked;
