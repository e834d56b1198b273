package io.vaportrail.schema;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression of the model, compiled when first needed: most are never looked at. */
public final class ConstraintPattern {
    private static final long DEEP_STACK_BYTES = 16L << 20;

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
        try {
            return satisfies(pattern, text);
        } catch (StackOverflowError e) {
            return satisfiesOnDeepStack(pattern, text);
        }
    }

    /** A text that takes too many steps counts as one that does not match. */
    private boolean satisfies(Pattern pattern, CharSequence text) {
        Matcher matcher = pattern.matcher(new BoundedText(text));
        try {
            return whole ? matcher.matches() : matcher.find();
        } catch (BoundedText.Exhausted e) {
            return false;
        }
    }

    /**
     * Java's matcher recurses once per repetition of a group that holds alternatives. A few of the models' patterns do so for every
     * character, and the longest texts that they allow need more than a usual stack. What overflows this one too is hundreds of times
     * as long as the model allows, and refused for its length in any case.
     */
    private boolean satisfiesOnDeepStack(Pattern pattern, CharSequence text) {
        FutureTask<Boolean> task = new FutureTask<>(() -> satisfies(pattern, text));
        Thread thread = new Thread(null, task, "pattern", DEEP_STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError) {
                return false;
            }
            throw new IllegalStateException("pattern: " + regex, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("pattern: " + regex, e);
        }
    }

    @Override
    public String toString() {
        return regex;
    }
}
