package io.vaportrail.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression of the model, compiled when first needed: most are never looked at. */
public final class ConstraintPattern {
    private final String regex;
    private volatile @Nullable Pattern compiled;

    /** A pattern with the regular expression as the model spells it. */
    public ConstraintPattern(String regex) {
        this.regex = regex;
    }

    /** The regular expression as the model spells it: error messages quote it. */
    public String regex() {
        return regex;
    }

    /** Whether the expression is found in the text; it need not match the whole of it, as Smithy's {@code pattern} states. */
    public boolean isFoundIn(CharSequence text) {
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile(regex);
            compiled = pattern;
        }
        return pattern.matcher(text).find();
    }

    @Override
    public String toString() {
        return regex;
    }
}
