/**
 * Instance profiles. Start with {@link io.vaportrail.identity.iam.profile.InstanceProfileOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.profile;

import org.jspecify.annotations.NullMarked;
