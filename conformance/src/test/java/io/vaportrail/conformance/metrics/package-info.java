/** CloudWatch metrics as clients see them. */
@NullMarked
package io.vaportrail.conformance.metrics;

import org.jspecify.annotations.NullMarked;
