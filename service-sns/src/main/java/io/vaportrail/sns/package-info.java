/** Amazon SNS: topics, subscriptions and their deliveries. */
@NullMarked
package io.vaportrail.sns;

import org.jspecify.annotations.NullMarked;
