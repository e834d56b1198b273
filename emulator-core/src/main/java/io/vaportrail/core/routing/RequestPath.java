package io.vaportrail.core.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments of a request's path, as sent. Empty ones count: the keys of S3 may have them. */
final class RequestPath {
    private final List<String> segments;

    private RequestPath(List<String> segments) {
        this.segments = segments;
    }

    /** The segments of a path, or {@code null} when it does not start with a slash. */
    static @Nullable RequestPath of(String path) {
        return path.startsWith("/") ? new RequestPath(split(path)) : null;
    }

    /** The texts between the slashes after the first one; none for the root. */
    static List<String> split(String path) {
        List<String> segments = new ArrayList<>(4);
        int start = 1;
        while (start < path.length()) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                segments.add(path.substring(start));
                return segments;
            }
            segments.add(path.substring(start, end));
            start = end + 1;
        }
        if (path.length() > 1) {
            segments.add("");
        }
        return segments;
    }

    int size() {
        return segments.size();
    }

    /** The number of segments, not counting the empty one that a trailing slash makes. */
    int sizeWithoutTrailingSlash() {
        int size = segments.size();
        return size > 0 && segments.get(size - 1).isEmpty() ? size - 1 : size;
    }

    String segment(int index) {
        return segments.get(index);
    }

    /** The segments from an index to another, exclusive, with the slashes between them. */
    String between(int from, int to) {
        return String.join("/", segments.subList(from, to));
    }

    /** Whether there is more than nothing from an index to another, exclusive. */
    boolean isNotEmptyBetween(int from, int to) {
        return to - from > 1 || to - from == 1 && !segments.get(from).isEmpty();
    }
}
