/** Which messages a subscription wants. Start with {@link io.vaportrail.sns.filter.FilterPolicy}. */
@NullMarked
package io.vaportrail.sns.filter;

import org.jspecify.annotations.NullMarked;
