/**
 * What CloudWatch hears of deliveries: metrics and status logs. Start with {@link io.vaportrail.sns.status.SnsMetrics} and {@link
 * io.vaportrail.sns.status.DeliveryStatusLog}.
 */
@NullMarked
package io.vaportrail.sns.status;

import org.jspecify.annotations.NullMarked;
