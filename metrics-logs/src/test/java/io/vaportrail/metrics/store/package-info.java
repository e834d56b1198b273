/** Tests. */
@NullMarked
package io.vaportrail.metrics.store;

import org.jspecify.annotations.NullMarked;
