/** Tests. */
@NullMarked
package io.vaportrail.metrics.statistic;

import org.jspecify.annotations.NullMarked;
