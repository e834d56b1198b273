/**
 * Virtual MFA devices. Start with {@link io.vaportrail.identity.iam.mfa.MfaDeviceOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.mfa;

import org.jspecify.annotations.NullMarked;
