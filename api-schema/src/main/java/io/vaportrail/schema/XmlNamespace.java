package io.vaportrail.schema;

import org.jspecify.annotations.Nullable;

/**
 * An XML namespace declaration.
 *
 * @param uri the namespace
 * @param prefix the prefix it is bound to, or {@code null} for the default namespace
 */
public record XmlNamespace(String uri, @Nullable String prefix) {}
