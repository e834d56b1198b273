package io.vaportrail.core.audit;

import org.jspecify.annotations.Nullable;

/** Finds the password in {@code https://user:password@host}. */
public final class UrlPasswords {
    private UrlPasswords() {}

    /** The text with {@link HiddenTexts#HIDDEN} in the place of the password, or as it is when it has none. */
    public static String hidden(String text) {
        int start = start(text);
        return start < 0 ? text : text.substring(0, start) + HiddenTexts.HIDDEN + text.substring(end(text));
    }

    /** The password, or {@code null} when the text has none. */
    static @Nullable String in(String text) {
        int start = start(text);
        return start < 0 ? null : text.substring(start, end(text));
    }

    private static int start(String text) {
        int authority = authority(text);
        int end = end(text);
        int colon = authority < 0 ? -1 : text.indexOf(':', authority);
        return colon < 0 || colon + 1 >= end ? -1 : colon + 1;
    }

    /** Where the authority begins, or -1. */
    private static int authority(String text) {
        int slashes = text.indexOf("//");
        return slashes < 0 ? -1 : slashes + 2;
    }

    /** Where the last {@code @} stands that can end the user's part, or -1: a password may hold one that nobody encoded. */
    private static int end(String text) {
        int authority = authority(text);
        if (authority < 0) {
            return -1;
        }
        int path = text.indexOf('/', authority);
        int at = text.lastIndexOf('@', path < 0 ? text.length() : path);
        return at < authority ? -1 : at;
    }
}
