package io.vaportrail.core.routing;

import io.vaportrail.core.http.Headers;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations that share a method and a URI pattern. S3 has several such groups: PutObject, CopyObject, UploadPart and
 * UploadPartCopy, for example, differ in the query parameters and headers that they require.
 */
final class RivalOperations {
    /** By their patterns. A class, since a lambda's would be spun on the event loop. */
    static final Comparator<RivalOperations> MOST_SPECIFIC_FIRST = new Comparator<>() {
        @Override
        public int compare(RivalOperations a, RivalOperations b) {
            return UriPattern.compareSpecificity(a.pattern, b.pattern);
        }
    };

    /** Names the operation; most SDKs send it to S3. */
    private static final String OPERATION_ID = "x-id";

    private final UriPattern pattern;
    private final boolean toldByParameters;
    private final List<Rival> rivals = new ArrayList<>(1);

    /**
     * The operations of a pattern.
     *
     * @param toldByParameters whether an operation that is alone in its pattern is meant only with the query parameters that it
     *     requires, as S3's CompleteMultipartUpload with an {@code uploadId}; elsewhere one that lacks them is invalid
     */
    RivalOperations(UriPattern pattern, boolean toldByParameters) {
        this.pattern = pattern;
        this.toldByParameters = toldByParameters && !pattern.hasQuery();
    }

    /** One operation; {@code needs} are the required members that stand in query string or headers, found when first asked. */
    private static final class Rival {
        private final OperationSchema<?, ?> operation;
        private final UriPattern pattern;
        private volatile @Nullable List<Member> needs;

        Rival(OperationSchema<?, ?> operation, UriPattern pattern) {
            this.operation = operation;
            this.pattern = pattern;
        }

        List<Member> needs() {
            List<Member> known = needs;
            if (known == null) {
                known = new ArrayList<>(2);
                for (Member member : operation.input().members()) {
                    if (member.required()
                            && (member.location() == Location.QUERY || member.location() == Location.HEADER)) {
                        known.add(member);
                    }
                }
                needs = known;
            }
            return known;
        }
    }

    UriPattern pattern() {
        return pattern;
    }

    void add(OperationSchema<?, ?> operation, UriPattern ownPattern) {
        rivals.add(new Rival(operation, ownPattern));
    }

    /** The operation meant by a request that fits the pattern, or {@code null}. */
    @Nullable RestMatch choose(RequestPath path, RawQuery query, Headers headers) {
        boolean alone = rivals.size() == 1;
        Rival chosen = alone ? rivals.get(0) : chooseAmong(query, headers);
        return alone && toldByParameters && !isTold(chosen, query)
                ? null
                : new RestMatch(chosen.operation, chosen.pattern, path);
    }

    private static boolean isTold(Rival rival, RawQuery query) {
        for (Member need : rival.needs()) {
            if (need.location() == Location.QUERY && !query.has(need.locationName(), null)) {
                return false;
            }
        }
        return true;
    }

    private Rival chooseAmong(RawQuery query, Headers headers) {
        String stated = query.get(OPERATION_ID);
        Rival best = rivals.get(0);
        int bestScore = Integer.MIN_VALUE;
        for (Rival rival : rivals) {
            if (rival.operation.name().equals(stated)) {
                return rival;
            }
            int score = score(rival.needs(), query, headers);
            if (score > bestScore || score == bestScore && supersedes(rival, best)) {
                best = rival;
                bestScore = score;
            }
        }
        return best;
    }

    /** The number of needs when all are met, else less than nothing, the fewer needs the better. */
    private static int score(List<Member> needs, RawQuery query, Headers headers) {
        for (Member need : needs) {
            String name = need.locationName();
            if (need.location() == Location.QUERY ? !query.has(name, null) : !headers.contains(name)) {
                return -needs.size();
            }
        }
        return needs.size();
    }

    /** The newer operation extends the older one's name, as GetBucketLifecycleConfiguration does GetBucketLifecycle. */
    private static boolean supersedes(Rival rival, Rival older) {
        return rival.operation.name().startsWith(older.operation.name());
    }
}
