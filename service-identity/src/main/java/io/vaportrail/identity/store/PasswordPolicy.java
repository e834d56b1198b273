package io.vaportrail.identity.store;

import org.jspecify.annotations.Nullable;

/**
 * What an account demands of its users' passwords.
 *
 * @param maxPasswordAge in days, or {@code null} when passwords do not expire
 * @param passwordReusePrevention how many former passwords are refused, or {@code null}
 * @param hardExpiry whether an expired password bars the user, or {@code null}
 */
public record PasswordPolicy(
        int minimumPasswordLength,
        boolean requireSymbols,
        boolean requireNumbers,
        boolean requireUppercaseCharacters,
        boolean requireLowercaseCharacters,
        boolean allowUsersToChangePassword,
        @Nullable Integer maxPasswordAge,
        @Nullable Integer passwordReusePrevention,
        @Nullable Boolean hardExpiry) {}
