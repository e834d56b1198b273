package io.vaportrail.logs.pattern;

import io.vaportrail.logs.LogsErrors;
import org.jspecify.annotations.Nullable;

/**
 * What names a value of a message: {@code $.a.b[0]} in JSON, or {@code $field} of a space-delimited pattern.
 *
 * @param text as it was given
 * @param selector the way through JSON, or {@code null} for a field
 */
public record ValueReference(String text, @Nullable Selector selector) {
    /** Whether a text is meant as a reference. */
    public static boolean isReference(String text) {
        return text.startsWith("$");
    }

    /**
     * Reads a reference.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none
     */
    public static ValueReference of(String text) {
        try {
            boolean json = text.startsWith("$.") || text.startsWith("$[");
            if (json) {
                PatternScanner scanner = new PatternScanner(text);
                Selector selector = Selector.parse(scanner);
                if (!scanner.atEnd() || selector.hasWildcard()) {
                    throw scanner.wrong("a selector without wildcards");
                }
                return new ValueReference(text, selector);
            }
            if (text.length() < 2
                    || !text.substring(1).chars().allMatch(c -> DelimitedPattern.isNameCharacter((char) c))) {
                throw new PatternSyntax("the name of a field behind '$'", 1);
            }
            return new ValueReference(text, null);
        } catch (PatternSyntax e) {
            throw LogsErrors.invalid("Invalid field reference '" + text + "': " + e.getMessage());
        }
    }

    /** The name of the field. */
    String field() {
        return text.substring(1);
    }
}
