package io.vaportrail.logs.insights.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds a regular expression in texts in UTF-8, one after the other. For one thread. */
public final class RegexMatcher {
    private final Pattern pattern;
    private final @Nullable Search search;
    private @Nullable Matcher slow;
    private byte[] text = new byte[0];

    RegexMatcher(Pattern pattern, @Nullable Program program) {
        this.pattern = pattern;
        this.search = program == null ? null : new Search(program);
    }

    /** Whether the text has it. Afterwards {@link #group} tells of the first place where it has. */
    public boolean find(byte[] buffer, int offset, int length) {
        text = buffer;
        slow = null;
        if (search != null) {
            int found = search.find(buffer, offset, offset + length);
            if (found != Search.TOO_MUCH) {
                return found == Search.FOUND;
            }
        }
        Matcher matcher = pattern.matcher(new String(buffer, offset, length, StandardCharsets.UTF_8));
        slow = matcher;
        return matcher.find();
    }

    /** As {@link #find(byte[], int, int)}. */
    public boolean find(String whole) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    /**
     * What a group has found.
     *
     * @param number from 0, which is all of it
     * @return its text, or {@code null} when it took no part
     */
    public @Nullable String group(int number) {
        Matcher matcher = slow;
        if (matcher != null) {
            return matcher.group(number);
        }
        if (search == null) {
            throw new IllegalStateException("group: " + number + " (expected: after find)");
        }
        int from = search.start(number);
        return from < 0 ? null : new String(text, from, search.end(number) - from, StandardCharsets.UTF_8);
    }
}
