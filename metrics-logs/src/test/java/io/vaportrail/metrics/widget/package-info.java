/** Tests. */
@NullMarked
package io.vaportrail.metrics.widget;

import org.jspecify.annotations.NullMarked;
