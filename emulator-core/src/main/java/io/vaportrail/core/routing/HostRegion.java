package io.vaportrail.core.routing;

import org.jspecify.annotations.Nullable;

/** The region that a host names, as in {@code sqs.eu-west-2.amazonaws.com} or {@code sqs.eu-west-2.localhost.localstack.cloud}. */
public final class HostRegion {
    private static final int MAX_LENGTH = 255;

    private HostRegion() {}

    /** The first label that has the form of a region, or {@code null} when there is none. */
    public static @Nullable String of(@Nullable String host) {
        if (host == null || host.length() > MAX_LENGTH) {
            return null;
        }
        int start = 0;
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', start)) {
            String label = host.substring(start, dot);
            if (isRegion(label)) {
                return label;
            }
            start = dot + 1;
        }
        return null;
    }

    /** Two to five lower-case letters, more words, and a digit, between hyphens: {@code us-east-1}, {@code us-gov-west-1}. */
    private static boolean isRegion(String label) {
        int last = label.length() - 1;
        int hyphen = label.indexOf('-');
        if (hyphen < 2 || hyphen > 5 || label.indexOf('-', hyphen + 1) < 0 || label.charAt(last - 1) != '-') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char c = label.charAt(i);
            if (c != '-' && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return label.charAt(last) >= '1' && label.charAt(last) <= '9';
    }
}
