/** Resource policies: which services may write. Start with {@link io.vaportrail.logs.policy.ResourcePolicies}. */
@NullMarked
package io.vaportrail.logs.policy;

import org.jspecify.annotations.NullMarked;
