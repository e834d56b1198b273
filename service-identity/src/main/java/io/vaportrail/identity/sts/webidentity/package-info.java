/** Roles assumed with web identity tokens, and such tokens signed for others. Start with {@link io.vaportrail.identity.sts.webidentity.AssumeRoleWithWebIdentity}. */
@NullMarked
package io.vaportrail.identity.sts.webidentity;

import org.jspecify.annotations.NullMarked;
