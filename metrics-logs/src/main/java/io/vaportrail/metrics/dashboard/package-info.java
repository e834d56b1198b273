/** Dashboards: stored as they come, checked first. Start with {@link io.vaportrail.metrics.dashboard.DashboardOperations}. */
@NullMarked
package io.vaportrail.metrics.dashboard;

import org.jspecify.annotations.NullMarked;
