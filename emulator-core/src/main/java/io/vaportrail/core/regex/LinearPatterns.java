package io.vaportrail.core.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Compiles regular expressions of callers for an engine that takes linear time. Counted repetitions in one another can make a short
 * expression a program that fills the memory: such are refused before they are compiled.
 */
public final class LinearPatterns {
    /** Steps of one program. */
    private static final long MOST_STEPS = 20_000;

    /** What the engine takes as a count. */
    private static final int LARGEST_COUNT = 1_000;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long steps;
    private long last;
    private int at;

    private LinearPatterns(String regex) {
        this.regex = regex;
    }

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException when it is malformed, or too large
     */
    public static Pattern compile(String regex) {
        if (new LinearPatterns(regex).isTooLarge()) {
            throw new PatternSyntaxException("expression is too large", regex);
        }
        return Pattern.compile(regex);
    }

    /** An estimate from above: what has no meaning of its own counts as a step. */
    private boolean isTooLarge() {
        while (at < regex.length() && steps <= MOST_STEPS) {
            read(regex.charAt(at++));
        }
        return steps > MOST_STEPS;
    }

    private void read(char c) {
        switch (c) {
            case '\\' -> {
                at++;
                atom(1);
            }
            case '[' -> {
                skipClass();
                atom(1);
            }
            case '(' -> {
                outer.push(steps);
                steps = 0;
                last = 0;
            }
            case ')' -> {
                long group = steps + 2;
                steps = outer.isEmpty() ? 0 : outer.pop();
                atom(group);
            }
            case '{' -> repeat();
            default -> atom(1);
        }
    }

    private void atom(long size) {
        last = size;
        steps += size;
    }

    /** To the bracket that ends a class of characters; one that comes first belongs to it. */
    private void skipClass() {
        int first = at < regex.length() && regex.charAt(at) == '^' ? at + 1 : at;
        int i = first;
        while (i < regex.length() && (regex.charAt(i) != ']' || i == first)) {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        at = i + 1;
    }

    private void repeat() {
        int close = regex.indexOf('}', at);
        int count = close < 0 ? 0 : count(regex.substring(at, close));
        if (count == 0) {
            atom(1);
            return;
        }
        steps += last * (count - 1);
        last *= count;
        at = close + 1;
    }

    /** The larger number of {@code n}, {@code n,} or {@code n,m}; zero when it is no count. */
    private static int count(String text) {
        int largest = 0;
        for (String part : text.split(",", -1)) {
            if (part.length() > 4 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return 0;
            }
            largest = Math.max(largest, part.isEmpty() ? 0 : Integer.parseInt(part));
        }
        return largest > LARGEST_COUNT ? 0 : largest;
    }
}
