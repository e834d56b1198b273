/**
 * Which service, operation and protocol a request means. Start with {@link io.vaportrail.core.routing.Router}.
 */
@NullMarked
package io.vaportrail.core.routing;

import org.jspecify.annotations.NullMarked;
