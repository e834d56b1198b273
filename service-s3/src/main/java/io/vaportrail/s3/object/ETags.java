package io.vaportrail.s3.object;

/** Entity tags, with and without their quotes. */
public final class ETags {
    private ETags() {}

    /** As answers carry it. */
    public static String quoted(String eTag) {
        return '"' + eTag + '"';
    }

    /** Without quotes and the mark of a weak one. */
    public static String bare(String text) {
        String strong = text.startsWith("W/") ? text.substring(2) : text;
        boolean isQuoted = strong.length() >= 2 && strong.startsWith("\"") && strong.endsWith("\"");
        return isQuoted ? strong.substring(1, strong.length() - 1) : strong;
    }

    /** Whether one of the tags of a header is this one. */
    static boolean fits(String header, String eTag) {
        for (String tag : header.split(",", -1)) {
            String stripped = tag.strip();
            if (stripped.equals("*") || bare(stripped).equals(eTag)) {
                return true;
            }
        }
        return false;
    }
}
