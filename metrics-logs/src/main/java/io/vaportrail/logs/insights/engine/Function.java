package io.vaportrail.logs.insights.engine;

import java.util.List;

/**
 * A function of its arguments.
 *
 * @param least arguments at least
 * @param most arguments at most
 * @param maker makes its value from theirs
 */
record Function(int least, int most, Maker maker) {
    /** Any number of arguments. */
    static final int ANY = Integer.MAX_VALUE;

    /** Makes the value of a function from those of its arguments. */
    @FunctionalInterface
    interface Maker {
        Computed of(List<Computed> arguments);
    }

    String arguments() {
        return least == most ? String.valueOf(least) : most == ANY ? "at least " + least : least + " to " + most;
    }
}
