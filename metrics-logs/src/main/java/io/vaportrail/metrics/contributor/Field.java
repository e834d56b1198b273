package io.vaportrail.metrics.contributor;

import org.jspecify.annotations.Nullable;

/**
 * A field of an event as a rule names it.
 *
 * @param label as the rule writes it, for example {@code $.ip} or {@code IpAddress}
 * @param path the way to it in a JSON event, or {@code null} for the Common Log Format
 * @param place where it is in the Common Log Format, from 1
 */
record Field(String label, @Nullable FieldPath path, int place) {
    /** Its text in an event, or {@code null}. */
    @Nullable String in(Fields fields) {
        return path == null ? fields.text(place) : fields.text(path);
    }
}
