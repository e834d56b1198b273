package io.vaportrail.sns.delivery;

/**
 * How a delivery ended, or one of its attempts.
 *
 * @param statusCode the HTTP status of the answer, or 0 without one
 * @param answer what the endpoint answered, or what went wrong
 * @param attempts how often it was tried so far
 */
public record Outcome(int statusCode, String answer, int attempts) {
    /** Taken at the first attempt. */
    static Outcome delivered(String answer) {
        return new Outcome(200, answer, 1);
    }

    /** Refused at the first attempt, which was the last. */
    static Outcome refused(int statusCode, String answer) {
        return new Outcome(statusCode, answer, 1);
    }
}
