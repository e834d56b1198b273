/** Roles assumed with SAML assertions. Start with {@link io.vaportrail.identity.sts.saml.AssumeRoleWithSaml}. */
@NullMarked
package io.vaportrail.identity.sts.saml;

import org.jspecify.annotations.NullMarked;
