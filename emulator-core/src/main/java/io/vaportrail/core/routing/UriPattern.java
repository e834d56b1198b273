package io.vaportrail.core.routing;

import io.vaportrail.core.protocol.PercentCoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URI pattern of the model, for example <code>/{Bucket}/{Key+}?acl</code>: literal segments, labels that take one segment each,
 * at most one greedy label that takes several, and query parameters that must be there.
 *
 * @see <a href="https://smithy.io/2.0/spec/http-bindings.html#uri">Smithy: http trait, uri</a>
 */
public final class UriPattern {
    private final List<Segment> segments;
    private final List<QueryLiteral> query;
    private final int greedyAt;

    private UriPattern(List<Segment> segments, List<QueryLiteral> query) {
        this.segments = segments;
        this.query = query;
        int greedy = -1;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).rank == Segment.GREEDY) {
                greedy = i;
            }
        }
        this.greedyAt = greedy;
    }

    /** The pattern that the model spells so. */
    public static UriPattern parse(String uri) {
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        List<Segment> segments = new ArrayList<>();
        for (String text : RequestPath.split(path)) {
            if (!text.isEmpty()) {
                segments.add(Segment.parse(text));
            }
        }
        List<QueryLiteral> query = new ArrayList<>();
        if (mark >= 0) {
            int start = mark + 1;
            for (int end = uri.indexOf('&', start); end >= 0; end = uri.indexOf('&', start)) {
                query.add(QueryLiteral.parse(uri.substring(start, end)));
                start = end + 1;
            }
            query.add(QueryLiteral.parse(uri.substring(start)));
        }
        return new UriPattern(List.copyOf(segments), List.copyOf(query));
    }

    /**
     * The labels' values, percent-decoded, of a request that fits the pattern.
     *
     * @param path as sent, still percent-encoded
     * @param query as sent, or {@code null}
     * @return {@code null} when the request does not fit, or a label is not percent-encoded UTF-8
     */
    public @Nullable Map<String, String> match(String path, @Nullable String query) {
        RequestPath parsed = RequestPath.of(path);
        return parsed != null && fits(parsed, RawQuery.of(query)) ? labels(parsed) : null;
    }

    /** Whether there are query parameters that must be there. */
    boolean hasQuery() {
        return !query.isEmpty();
    }

    /** Whether a request fits the pattern. */
    boolean fits(RequestPath path, RawQuery parameters) {
        return fitsPath(path) && fitsQuery(parameters);
    }

    /** The labels' values of a path that fits, percent-decoded, or {@code null} when one cannot be decoded. */
    @Nullable Map<String, String> labels(RequestPath path) {
        Map<String, String> labels = new LinkedHashMap<>();
        int after = segments.size() - greedyAt - 1;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.rank == Segment.LITERAL) {
                continue;
            }
            String raw;
            if (segment.rank == Segment.GREEDY) {
                raw = path.between(i, path.size() - after);
            } else {
                raw = path.segment(greedyAt < 0 || i < greedyAt ? i : path.size() - (segments.size() - i));
            }
            String value = PercentCoding.decode(raw, false);
            if (value == null) {
                return null;
            }
            labels.put(segment.text, value);
        }
        return labels;
    }

    /** The same text for patterns that differ in the names of their labels alone. */
    String shape() {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            text.append('/').append(segment.rank == Segment.LITERAL ? segment.text : segment.rank == 1 ? "{}" : "{+}");
        }
        for (QueryLiteral literal : query) {
            text.append('&').append(literal.name);
            if (literal.value != null) {
                text.append('=').append(literal.value);
            }
        }
        return text.toString();
    }

    boolean hasQueryLiterals() {
        return !query.isEmpty();
    }

    private boolean fitsPath(RequestPath path) {
        int wanted = segments.size();
        if (greedyAt < 0) {
            return path.sizeWithoutTrailingSlash() == wanted && fitsSegments(path, 0, wanted, 0);
        }
        int after = wanted - greedyAt - 1;
        return path.size() >= wanted
                && fitsSegments(path, 0, greedyAt, 0)
                && fitsSegments(path, greedyAt + 1, wanted, path.size() - wanted)
                && path.isNotEmptyBetween(greedyAt, path.size() - after);
    }

    private boolean fitsSegments(RequestPath path, int from, int to, int shift) {
        for (int i = from; i < to; i++) {
            Segment segment = segments.get(i);
            String sent = path.segment(i + shift);
            if (segment.rank == Segment.LITERAL ? !segment.text.equals(sent) : sent.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsQuery(RawQuery parameters) {
        for (QueryLiteral literal : query) {
            if (!parameters.has(literal.name, literal.value)) {
                return false;
            }
        }
        return true;
    }

    /** More specific patterns first: literals before labels before greedy labels, from left to right, then by query literals. */
    static int compareSpecificity(UriPattern a, UriPattern b) {
        int common = Math.min(a.segments.size(), b.segments.size());
        for (int i = 0; i < common; i++) {
            int order = a.segments.get(i).compare(b.segments.get(i));
            if (order != 0) {
                return order;
            }
        }
        int longer = Integer.compare(b.segments.size(), a.segments.size());
        return longer != 0 ? longer : Integer.compare(b.query.size(), a.query.size());
    }

    /** A literal, or the name of a label. */
    private record Segment(String text, int rank) {
        static final int LITERAL = 0;
        static final int LABEL = 1;
        static final int GREEDY = 2;

        static Segment parse(String text) {
            if (!text.startsWith("{") || !text.endsWith("}")) {
                return new Segment(text, LITERAL);
            }
            boolean greedy = text.endsWith("+}");
            return new Segment(text.substring(1, text.length() - (greedy ? 2 : 1)), greedy ? GREEDY : LABEL);
        }

        /** By rank; literals among themselves by their text. */
        int compare(Segment other) {
            int order = Integer.compare(rank, other.rank);
            return order != 0 || rank != LITERAL ? order : text.compareTo(other.text);
        }
    }

    /** A parameter that must be there, with this value unless {@code null}. */
    private record QueryLiteral(String name, @Nullable String value) {
        static QueryLiteral parse(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new QueryLiteral(text, null)
                    : new QueryLiteral(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
