/** Tests. */
@NullMarked
package io.vaportrail.metrics.math;

import org.jspecify.annotations.NullMarked;
