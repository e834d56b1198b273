/** Applications for push notifications and the endpoints of their devices. Start with {@link io.vaportrail.sns.platform.Platforms}. */
@NullMarked
package io.vaportrail.sns.platform;

import org.jspecify.annotations.NullMarked;
