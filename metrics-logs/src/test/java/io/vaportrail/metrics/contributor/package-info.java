/** Tests of Contributor Insights. */
@NullMarked
package io.vaportrail.metrics.contributor;

import org.jspecify.annotations.NullMarked;
