/**
 * Logs Insights: queries over log groups. Start with {@link io.vaportrail.logs.insights.StartQuery}, which reads a query with
 * {@link io.vaportrail.logs.insights.language.Query}, makes it ready with
 * {@link io.vaportrail.logs.insights.engine.QueryPlan} and has it run by a worker.
 */
@NullMarked
package io.vaportrail.logs.insights;

import org.jspecify.annotations.NullMarked;
