/**
 * What a service module is made of and what it is given. Start with {@link io.vaportrail.core.service.ServiceModule}.
 */
@NullMarked
package io.vaportrail.core.service;

import org.jspecify.annotations.NullMarked;
