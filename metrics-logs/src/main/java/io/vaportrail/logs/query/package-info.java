/** Saved queries. What they say is run by {@code io.vaportrail.logs.insights}. */
@NullMarked
package io.vaportrail.logs.query;

import org.jspecify.annotations.NullMarked;
