/** Tests. */
@NullMarked
package io.vaportrail.core.metric;

import org.jspecify.annotations.NullMarked;
