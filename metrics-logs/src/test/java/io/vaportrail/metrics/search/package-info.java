/** Tests. */
@NullMarked
package io.vaportrail.metrics.search;

import org.jspecify.annotations.NullMarked;
