package io.vaportrail.logs.insights.engine;

/** Which time the rows at hand are of, in a query that compares two. */
final class RunPhase {
    private boolean earlier;

    void earlier(boolean now) {
        earlier = now;
    }

    boolean isEarlier() {
        return earlier;
    }
}
