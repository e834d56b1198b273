package io.vaportrail.identity.store;

import java.time.Instant;

/**
 * A credential report.
 *
 * @param text comma-separated
 */
public record CredentialReport(Instant generatedTime, String text) {}
