/**
 * Policies: embedded in an identity, and managed ones with their versions and attachments. Start with {@link io.vaportrail.identity.iam.policy.ManagedPolicyOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.policy;

import org.jspecify.annotations.NullMarked;
