package io.vaportrail.logs.insights.regex;

/**
 * Characters of which one is wanted: some ASCII ones, and either all others or none.
 *
 * @param low a bit for each character up to 63
 * @param high a bit for each from 64 to 127
 * @param others whether all that are not ASCII are wanted
 */
record CharSet(long low, long high, boolean others) {
    static final CharSet NONE = new CharSet(0, 0, false);
    static final CharSet ANY_BUT_NEWLINE = NONE.with('\n', '\n').inverse();
    static final CharSet NOT_ASCII = new CharSet(0, 0, true);
    static final CharSet DIGITS = NONE.with('0', '9');
    static final CharSet WORD = DIGITS.with('a', 'z').with('A', 'Z').with('_', '_');
    static final CharSet SPACE = NONE.with('\t', '\n').with('\f', '\r').with(' ', ' ');

    private static final int HALF = 64;

    boolean has(int ascii) {
        return ((ascii < HALF ? low : high) >>> ascii & 1) != 0;
    }

    CharSet with(int from, int to) {
        long newLow = low;
        long newHigh = high;
        for (int c = from; c <= to; c++) {
            newLow |= c < HALF ? 1L << c : 0;
            newHigh |= c < HALF ? 0 : 1L << c;
        }
        return new CharSet(newLow, newHigh, others);
    }

    CharSet or(CharSet more) {
        return new CharSet(low | more.low, high | more.high, others || more.others);
    }

    CharSet inverse() {
        return new CharSet(~low, ~high, !others);
    }

    /** With each letter the same one in capitals or not. */
    CharSet folded() {
        CharSet folded = this;
        for (int c = 'a'; c <= 'z'; c++) {
            int capital = c - 'a' + 'A';
            if (has(c) || has(capital)) {
                folded = folded.with(c, c).with(capital, capital);
            }
        }
        return folded;
    }

    /** The only character, if there is just one and it is ASCII, else -1. */
    int only() {
        if (others || Long.bitCount(low) + Long.bitCount(high) != 1) {
            return -1;
        }
        return low != 0 ? Long.numberOfTrailingZeros(low) : HALF + Long.numberOfTrailingZeros(high);
    }
}
