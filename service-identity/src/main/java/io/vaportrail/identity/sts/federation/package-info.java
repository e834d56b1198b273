/** Sessions of users and those whom users vouch for. Start with {@link io.vaportrail.identity.sts.federation.GetFederationToken}. */
@NullMarked
package io.vaportrail.identity.sts.federation;

import org.jspecify.annotations.NullMarked;
