@NullMarked
package io.vaportrail.metrics.publish;

import org.jspecify.annotations.NullMarked;
