package io.vaportrail.conformance.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.protocol.PercentCoding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The labels of a URI pattern in a path that matches it. */
final class UriLabels {
    private UriLabels() {}

    static Map<String, String> of(String uri, String path) {
        int query = uri.indexOf('?');
        String[] pattern = (query < 0 ? uri : uri.substring(0, query)).split("/", -1);
        String[] segments = path.split("/", -1);
        Map<String, String> labels = new LinkedHashMap<>();
        int at = 0;
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].endsWith("+}")) {
                int end = segments.length - (pattern.length - 1 - i);
                labels.put(name(pattern[i], 2), decoded(String.join("/", Arrays.copyOfRange(segments, at, end))));
                at = end;
            } else if (pattern[i].startsWith("{")) {
                labels.put(name(pattern[i], 1), decoded(segments[at++]));
            } else {
                assertThat(segments[at++]).as("segment of %s", path).isEqualTo(pattern[i]);
            }
        }
        assertThat(at).as("segments of %s", path).isEqualTo(segments.length);
        return labels;
    }

    private static String name(String label, int tail) {
        return label.substring(1, label.length() - tail);
    }

    private static String decoded(String segment) {
        return Objects.requireNonNull(PercentCoding.decode(segment, false), segment);
    }
}
