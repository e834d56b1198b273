/**
 * Field indexes of log groups. Start with {@link io.vaportrail.logs.index.IndexPolicies}.
 */
@NullMarked
package io.vaportrail.logs.index;

import org.jspecify.annotations.NullMarked;
