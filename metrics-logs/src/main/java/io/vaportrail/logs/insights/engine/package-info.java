/**
 * Runs queries of Logs Insights over events where they lie. Start with {@link io.vaportrail.logs.insights.engine.QueryPlan}:
 * commands become stages that push rows on, expressions become {@code Computed} values over the slots of a row.
 */
@NullMarked
package io.vaportrail.logs.insights.engine;

import org.jspecify.annotations.NullMarked;
