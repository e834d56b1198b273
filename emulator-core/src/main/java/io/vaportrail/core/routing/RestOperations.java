package io.vaportrail.core.routing;

import io.vaportrail.core.http.Headers;
import io.vaportrail.schema.HttpTrait;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of a REST service by method and URI pattern, the most specific pattern first. */
final class RestOperations {
    private final Map<String, List<RivalOperations>> byMethod = new HashMap<>();

    /** Reads the bindings of all operations of the service. */
    RestOperations(ServiceSchema service) {
        Map<String, RivalOperations> byShape = new LinkedHashMap<>();
        for (OperationSchema<?, ?> operation : service.operations()) {
            HttpTrait http = operation.http();
            UriPattern pattern = UriPattern.parse(http.uri());
            byShape.computeIfAbsent(http.method() + ' ' + pattern.shape(), key -> {
                        RivalOperations rivals = new RivalOperations(pattern);
                        byMethod.computeIfAbsent(http.method(), method -> new ArrayList<>())
                                .add(rivals);
                        return rivals;
                    })
                    .add(operation, pattern);
        }
        for (List<RivalOperations> group : byMethod.values()) {
            group.sort(Comparator.comparing(RivalOperations::pattern, UriPattern.MOST_SPECIFIC_FIRST));
        }
    }

    /**
     * The operation that a request means, or {@code null}.
     *
     * @param path as sent, with the bucket of the host in front where there is one
     * @param query as sent, or {@code null}
     */
    @Nullable RestMatch match(String method, String path, @Nullable String query, Headers headers) {
        List<RivalOperations> candidates = byMethod.get(method);
        RequestPath parsed = candidates == null ? null : RequestPath.of(path);
        if (candidates == null || parsed == null) {
            return null;
        }
        RawQuery parameters = RawQuery.of(query);
        for (int i = 0; i < candidates.size(); i++) {
            RivalOperations rivals = candidates.get(i);
            if (rivals.pattern().fits(parsed, parameters)) {
                return rivals.choose(parsed, parameters, headers);
            }
        }
        return null;
    }
}
