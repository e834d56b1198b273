/**
 * Identity providers: SAML and OpenID Connect. Start with {@link io.vaportrail.identity.iam.provider.SamlProviderOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.provider;

import org.jspecify.annotations.NullMarked;
