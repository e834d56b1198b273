package io.vaportrail.metrics.query;

/** Which periods there are. */
public final class Periods {
    private static final int MINUTE = 60;

    private Periods() {}

    /** Whether a period can be asked for: 1, 5, 10, 20 or 30 seconds, or whole minutes. */
    public static boolean isValid(int period) {
        return switch (period) {
            case 1, 5, 10, 20, 30 -> true;
            default -> period > 0 && period % MINUTE == 0;
        };
    }
}
