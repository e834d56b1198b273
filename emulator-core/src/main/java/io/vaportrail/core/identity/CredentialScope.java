package io.vaportrail.core.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a signature says of its signer and its purpose.
 *
 * @param accessKeyId the key as sent
 * @param region the region signed for, or {@code null} where the signature names none
 * @param service the service signed for, or {@code null} where the signature names none
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signed requests</a>
 */
public record CredentialScope(
        String accessKeyId,
        @Nullable String region,
        @Nullable String service) {}
