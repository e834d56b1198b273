/**
 * AWS Security Token Service. Start with {@link io.vaportrail.identity.sts.StsModule}, which lists the operations;
 * {@link io.vaportrail.identity.sts.session.CredentialIssuer} is where credentials come from.
 */
@NullMarked
package io.vaportrail.identity.sts;

import org.jspecify.annotations.NullMarked;
