/** Taking metrics: {@link io.vaportrail.metrics.put.PutMetricData}. */
@NullMarked
package io.vaportrail.metrics.put;

import org.jspecify.annotations.NullMarked;
