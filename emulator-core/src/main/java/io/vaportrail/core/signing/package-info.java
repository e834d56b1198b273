/** Keys with certificates for what services sign. Start with {@link io.vaportrail.core.signing.SigningCertificates}. */
@NullMarked
package io.vaportrail.core.signing;

import org.jspecify.annotations.NullMarked;
