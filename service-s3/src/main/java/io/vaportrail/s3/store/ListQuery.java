package io.vaportrail.s3.store;

/**
 * What is to be listed.
 *
 * @param prefix keys that start with it
 * @param delimiter where keys are cut to common prefixes; empty for not at all
 * @param after keys and common prefixes that come after it; empty for all
 * @param max the most keys and common prefixes together
 */
public record ListQuery(String prefix, String delimiter, String after, int max) {}
