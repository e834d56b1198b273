/**
 * SEARCH: finding metrics by parts of their names. Start with {@link io.vaportrail.metrics.search.SearchQuery}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html">Search syntax</a>
 */
@NullMarked
package io.vaportrail.metrics.search;

import org.jspecify.annotations.NullMarked;
