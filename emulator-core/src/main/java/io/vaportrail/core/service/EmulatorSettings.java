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
 * @param iam whether policies decide over calls
 * @param smtpServer host and port of the server that e-mail is handed to, with a colon between them, or {@code null} to keep it
 *     only
 */
public record EmulatorSettings(
        boolean strict,
        String defaultAccountId,
        String defaultRegion,
        @Nullable String publicUrl,
        @Nullable String signingUrl,
        IamMode iam,
        @Nullable String smtpServer) {
    /** What holds unless a flag says otherwise. */
    public static final EmulatorSettings DEFAULT = new EmulatorSettings(false, "000000000000", "us-east-1", null);

    /** Settings with which every call may go on. */
    public EmulatorSettings(boolean strict, String defaultAccountId, String defaultRegion, @Nullable String publicUrl) {
        this(strict, defaultAccountId, defaultRegion, publicUrl, null, IamMode.OFF, null);
    }

    /** The same with policies deciding or not. */
    public EmulatorSettings with(IamMode mode) {
        return new EmulatorSettings(strict, defaultAccountId, defaultRegion, publicUrl, signingUrl, mode, smtpServer);
    }

    /** The same with certificates said to be elsewhere. */
    public EmulatorSettings withSigningUrl(@Nullable String url) {
        return new EmulatorSettings(strict, defaultAccountId, defaultRegion, publicUrl, url, iam, smtpServer);
    }

    /** The same with e-mail handed to a server. */
    public EmulatorSettings withSmtpServer(@Nullable String server) {
        return new EmulatorSettings(strict, defaultAccountId, defaultRegion, publicUrl, signingUrl, iam, server);
    }
}
