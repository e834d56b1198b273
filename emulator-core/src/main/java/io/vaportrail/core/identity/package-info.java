/**
 * Who calls. Start with {@link io.vaportrail.core.identity.Caller}.
 */
@NullMarked
package io.vaportrail.core.identity;

import org.jspecify.annotations.NullMarked;
