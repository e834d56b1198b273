package io.vaportrail.core.service;

import org.jspecify.annotations.Nullable;

/**
 * How the emulator was started.
 *
 * @param strict whether the waiting rules that break test teardowns hold: a deleted queue's name is blocked for 60 seconds, one
 *     purge per 60 seconds
 * @param defaultAccountId the account of callers whose key names none
 * @param defaultRegion the region of calls whose credential scope names none
 * @param publicUrl scheme and authority for addresses in answers, without a trailing slash, or {@code null} to take the
 *     request's own
 * @param signingUrl scheme and authority that the addresses of signing certificates start with, without a trailing slash, for
 *     verifiers that take certificates of AWS's hosts alone; {@code null} to take the address that the subscriber used
 */
public record EmulatorSettings(
        boolean strict,
        String defaultAccountId,
        String defaultRegion,
        @Nullable String publicUrl,
        @Nullable String signingUrl) {
    /** Settings that leave certificates where the emulator is. */
    public EmulatorSettings(
            boolean strict, String defaultAccountId, String defaultRegion, @Nullable String publicUrl) {
        this(strict, defaultAccountId, defaultRegion, publicUrl, null);
    }

    /** What holds unless a flag says otherwise. */
    public static final EmulatorSettings DEFAULT = new EmulatorSettings(false, "000000000000", "us-east-1", null);
}
