package io.vaportrail.logs.insights.language;

/**
 * Where something stands in a query.
 *
 * @param start the place of its first character, from 0
 * @param end the place behind its last character
 */
public record Span(int start, int end) {
    Span to(Span last) {
        return new Span(start, last.end);
    }
}
