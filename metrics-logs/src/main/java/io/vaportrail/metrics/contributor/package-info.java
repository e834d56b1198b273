/**
 * Contributor Insights: rules that see log events as they are written and count who contributes most. Start with
 * {@link io.vaportrail.metrics.contributor.InsightRules} and {@link io.vaportrail.metrics.contributor.InsightRuleOperations}.
 */
@NullMarked
package io.vaportrail.metrics.contributor;

import org.jspecify.annotations.NullMarked;
