package io.vaportrail.logs.store;

import java.nio.charset.StandardCharsets;

/**
 * Goes from event to event. It sees the events that were there when it was opened; what comes later, and what is deleted meanwhile,
 * does not disturb it. For one thread.
 */
public interface EventCursor {
    /**
     * Goes to the next event; to the first one at the beginning.
     *
     * @return whether there is one; only then may the other methods be called
     */
    boolean next();

    /** When it happened, in milliseconds since 1970. */
    long timestamp();

    /** When it arrived, in milliseconds since 1970. */
    long ingestionTime();

    /** The stream that it lies in; {@link LogStream#group()} leads to the group. */
    LogStream stream();

    /** Its number in its stream, in the order of arrival: with the stream it names the event for good. */
    long ordinal();

    /** The array that its text lies in, in UTF-8; it must not be changed. */
    byte[] buffer();

    /** Where in {@link #buffer()} the text starts. */
    int offset();

    /** How many bytes the text has. */
    int length();

    /** The text. */
    default String message() {
        return new String(buffer(), offset(), length(), StandardCharsets.UTF_8);
    }
}
