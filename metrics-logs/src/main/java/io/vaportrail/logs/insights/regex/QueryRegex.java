package io.vaportrail.logs.insights.regex;

import com.google.re2j.Pattern;
import io.vaportrail.core.regex.LinearPatterns;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in the syntax of RE2, which runs in time that grows with the text alone. RE2/J decides what is one, and finds all
 * that it can find; usual ones are found by a {@link Program} over UTF-8 as it lies, which is several times as fast and hands over to
 * RE2/J when it would have to try too much. Safe for any thread; its matchers are not.
 */
public final class QueryRegex {
    private final Pattern pattern;
    private final @Nullable Program program;

    private final Map<String, Integer> names;

    private QueryRegex(Pattern pattern, @Nullable Program program, Map<String, Integer> names) {
        this.pattern = pattern;
        this.program = program;
        this.names = names;
    }

    /**
     * Reads an expression.
     *
     * @throws com.google.re2j.PatternSyntaxException when it is none
     */
    public static QueryRegex of(String expression) {
        GroupNames named = GroupNames.of(expression);
        Pattern pattern = LinearPatterns.compile(named.expression());
        return new QueryRegex(pattern, Program.of(named.expression()), named.numbers(pattern.namedGroups()));
    }

    /** The numbers of named groups, from 1. */
    public Map<String, Integer> namedGroups() {
        return names;
    }

    /** How many groups it has. */
    public int groupCount() {
        return pattern.groupCount();
    }

    /** Looks for it in texts, one after the other. */
    public RegexMatcher matcher() {
        return new RegexMatcher(pattern, program);
    }

    /** Whether it is one that RE2/J need not be asked about, as far as texts allow. */
    boolean isUsual() {
        return program != null;
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
