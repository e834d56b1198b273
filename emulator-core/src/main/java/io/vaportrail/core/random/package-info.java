/**
 * The one source of ids and chance. Start with {@link io.vaportrail.core.random.Ids}.
 */
@NullMarked
package io.vaportrail.core.random;

import org.jspecify.annotations.NullMarked;
