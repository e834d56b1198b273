package io.vaportrail.schema;

import org.jspecify.annotations.Nullable;

/**
 * An untyped value.
 *
 * @param value {@code null}, {@link Boolean}, {@link String}, {@link Number}, or an unmodifiable {@link java.util.List} or
 *     {@link java.util.Map} (string keys) of such values, unwrapped
 */
public record Document(@Nullable Object value) {}
