package io.vaportrail.logs.insights.pattern;

/**
 * An event of a pattern.
 *
 * @param millis when it happened, in milliseconds since 1970
 * @param message its text, or the beginning of it
 */
public record Sample(long millis, String message) {
    /** What is kept of a message, in characters: AWS reads no more of one to find what is unusual. */
    static final int LONGEST = 1_500;

    /** What reads the event at hand. */
    @FunctionalInterface
    public interface Source {
        /** Its text. */
        String message();
    }

    static Sample of(long millis, Source source) {
        String message = source.message();
        return new Sample(millis, message.length() <= LONGEST ? message : message.substring(0, LONGEST));
    }

    /** What it takes, in bytes. */
    long weight() {
        return 2 * 48L + message.length();
    }
}
