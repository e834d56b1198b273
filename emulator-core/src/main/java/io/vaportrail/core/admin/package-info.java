/**
 * Administration over HTTP, below {@code /_vaportrail/}: health, clock, reset, configuration, and LocalStack's health for what expects
 * it. Start with {@link io.vaportrail.core.admin.AdminRoutes}.
 */
@NullMarked
package io.vaportrail.core.admin;

import org.jspecify.annotations.NullMarked;
