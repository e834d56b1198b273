/** What temporary credentials are made of. Start with {@link io.vaportrail.identity.sts.session.CredentialIssuer}. */
@NullMarked
package io.vaportrail.identity.sts.session;

import org.jspecify.annotations.NullMarked;
