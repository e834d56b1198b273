package io.vaportrail.core.protection;

/**
 * A place in a text with sensitive data.
 *
 * @param start its first character, counted from 0
 * @param end the character behind its last one
 */
public record Detection(int start, int end) {}
