/** Roles assumed with credentials. Start with {@link io.vaportrail.identity.sts.role.AssumeRole}. */
@NullMarked
package io.vaportrail.identity.sts.role;

import org.jspecify.annotations.NullMarked;
