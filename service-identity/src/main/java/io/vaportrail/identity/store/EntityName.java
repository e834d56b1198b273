package io.vaportrail.identity.store;

/**
 * A path and a friendly name.
 *
 * @param path begins and ends with a slash
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names">Friendly names
 *     and paths</a>
 */
public record EntityName(String path, String name) {}
