package io.vaportrail.s3.store;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order in which S3 lists keys: that of their UTF-8 bytes. Java compares UTF-16 units, which puts characters beyond the first
 * plane before some within it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ListingKeysUsingAPIs.html">Listing object keys</a>
 */
public final class Utf8Order implements Comparator<String> {
    /** The order. */
    public static final Utf8Order INSTANCE = new Utf8Order();

    private static final int MAX_SURROGATE_END = 0xE000;
    private static final int MAX_CODE_POINT = 0x10FFFF;

    private Utf8Order() {}

    @Override
    public int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return rank(x) - rank(y);
            }
        }
        return a.length() - b.length();
    }

    /** Surrogates stand for what comes after all other characters. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + MAX_CODE_POINT : c;
    }

    /** The first text in order after all texts that start with the prefix, or {@code null} when there is none. */
    static @Nullable String after(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < MAX_CODE_POINT) {
                int next = last + 1 >= Character.MIN_SURROGATE && last + 1 < MAX_SURROGATE_END
                        ? MAX_SURROGATE_END
                        : last + 1;
                return prefix.substring(0, end) + Character.toString(next);
            }
        }
        return null;
    }
}
