package io.vaportrail.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression of the model, compiled when first needed: most are never looked at. */
public final class ConstraintPattern {
    private final String regex;
    private final boolean whole;
    private volatile @Nullable Pattern compiled;

    private ConstraintPattern(String regex, boolean whole) {
        this.regex = regex;
        this.whole = whole;
    }

    /** An expression that must be found somewhere in the text, as Smithy's {@code pattern} states. */
    public static ConstraintPattern found(String regex) {
        return new ConstraintPattern(regex, false);
    }

    /** An expression that must match all of the text, as AWS's services take the patterns of their models, anchored or not. */
    public static ConstraintPattern whole(String regex) {
        return new ConstraintPattern(regex, true);
    }

    /** The regular expression as the model spells it: error messages quote it. */
    public String regex() {
        return regex;
    }

    /** Whether the text satisfies the expression. */
    public boolean accepts(CharSequence text) {
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile(regex);
            compiled = pattern;
        }
        return whole ? pattern.matcher(text).matches() : pattern.matcher(text).find();
    }

    @Override
    public String toString() {
        return regex;
    }
}
