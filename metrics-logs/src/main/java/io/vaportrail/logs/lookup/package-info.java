/**
 * Lookup tables, which queries of Logs Insights read. Start with {@link io.vaportrail.logs.lookup.LookupTables}.
 */
@NullMarked
package io.vaportrail.logs.lookup;

import org.jspecify.annotations.NullMarked;
