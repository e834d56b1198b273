/** Tests. */
@NullMarked
package io.vaportrail.metrics;

import org.jspecify.annotations.NullMarked;
