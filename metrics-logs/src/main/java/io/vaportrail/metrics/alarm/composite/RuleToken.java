package io.vaportrail.metrics.alarm.composite;

/**
 * A piece of a rule.
 *
 * @param text what it says, without quotes
 * @param position where it begins, counted from 0
 * @param quoted whether it stood in quotes
 */
record RuleToken(String text, int position, boolean quoted) {
    /** Whether it is this bracket, comma, operator or function. */
    boolean is(String symbol) {
        return !quoted && text.equals(symbol);
    }

    /** Whether it can be the name of an alarm. */
    boolean isName() {
        return quoted || !text.isEmpty() && "(),".indexOf(text.charAt(0)) < 0;
    }
}
