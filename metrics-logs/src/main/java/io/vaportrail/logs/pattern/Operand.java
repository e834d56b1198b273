package io.vaportrail.logs.pattern;

import org.jspecify.annotations.Nullable;

/**
 * What stands on the right of an operator.
 *
 * @param text the text, with {@code *} for any characters, or {@code null} for a regular expression
 * @param quoted whether it stood in quotes and so is no number
 * @param regex or {@code null}
 * @param number the number that it is, or {@link Double#NaN}
 */
record Operand(
        @Nullable String text, boolean quoted, @Nullable Regex regex, double number) {
    static Operand parse(PatternScanner scanner, String stops) throws PatternSyntax {
        if (scanner.peek() == '%') {
            return new Operand(null, false, scanner.regex(), Double.NaN);
        }
        if (scanner.peek() == '"') {
            return new Operand(scanner.quoted(), true, null, Double.NaN);
        }
        String bare = scanner.run(c -> PatternScanner.isAlphanumeric(c) || "_.*-+:/@".indexOf(c) >= 0);
        if (bare.isEmpty()) {
            throw scanner.wrong("a value; one with other characters than letters, digits and _ needs double quotes");
        }
        if (!scanner.atEnd() && !PatternScanner.isSpace(scanner.peek()) && stops.indexOf(scanner.peek()) < 0) {
            throw scanner.wrong("the end of the value; other characters need double quotes");
        }
        return new Operand(bare, false, null, Scalars.number(bare));
    }

    boolean isNumber() {
        return !Double.isNaN(number);
    }

    /** Whether a value is equal: as a number if both are, else as text. */
    boolean equalTo(String value) {
        if (regex != null) {
            return regex.finds(value);
        }
        if (text == null) {
            return false;
        }
        return isNumber() && Scalars.equal(text, value) || Wildcards.matches(text, value);
    }
}
