/**
 * What S3 tells queues, topics and event buses of objects. Start with {@link io.vaportrail.s3.notification.Notifications}.
 */
@NullMarked
package io.vaportrail.s3.notification;

import org.jspecify.annotations.NullMarked;
