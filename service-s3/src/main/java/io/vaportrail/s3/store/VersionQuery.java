package io.vaportrail.s3.store;

/**
 * Which versions are to be listed.
 *
 * @param keys prefix, delimiter, key marker and number
 * @param afterVersion with a key marker, versions of that key that come after this one; empty for those of later keys alone
 */
public record VersionQuery(ListQuery keys, String afterVersion) {}
