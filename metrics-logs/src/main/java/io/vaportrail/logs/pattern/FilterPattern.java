package io.vaportrail.logs.pattern;

import io.vaportrail.logs.LogsErrors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter pattern. There are three forms: terms, JSON in braces, and space-delimited fields in brackets. Matching takes time
 * linear in the message. Safe for any thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
public abstract sealed class FilterPattern permits TermPattern, JsonPattern, DelimitedPattern {
    /** Regular expressions of one JSON or space-delimited pattern. */
    static final int MOST_REGEXES = 2;

    private final int regexes;

    FilterPattern(int regexes) {
        this.regexes = regexes;
    }

    /**
     * Reads a pattern.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none
     */
    public static FilterPattern of(String text) {
        try {
            return parse(text);
        } catch (PatternSyntax e) {
            throw LogsErrors.invalid("Invalid filter pattern: " + e.getMessage());
        }
    }

    static FilterPattern parse(String text) throws PatternSyntax {
        PatternScanner scanner = new PatternScanner(text);
        scanner.skipSpace();
        FilterPattern pattern =
                switch (scanner.peek()) {
                    case '{' -> JsonPatternParser.parse(scanner);
                    case '[' -> DelimitedPatternParser.parse(scanner);
                    default -> TermPattern.parse(scanner);
                };
        if (!(pattern instanceof TermPattern) && pattern.regexes > MOST_REGEXES) {
            throw new PatternSyntax("at most " + MOST_REGEXES + " regular expressions", 0);
        }
        return pattern;
    }

    /** Whether the message matches. */
    public abstract boolean matches(String message);

    /**
     * The values of the fields that the pattern names, by {@code $field} or selector, for a message that matches; empty for terms.
     */
    public abstract Map<String, String> extract(String message);

    /**
     * One value of a message.
     *
     * @param reference {@code $.selector} for a JSON pattern, {@code $field} for a space-delimited one
     * @return its text, or {@code null} when there is none or it is not a text, number or boolean
     */
    public abstract @Nullable String value(String message, ValueReference reference);

    /** Whether such a reference makes sense with this pattern. */
    public abstract boolean knows(ValueReference reference);

    /** Whether values can be taken out of messages: for all but terms. */
    public final boolean hasFields() {
        return !(this instanceof TermPattern);
    }

    /** How many regular expressions there are. */
    public final int regexes() {
        return regexes;
    }
}
