package io.vaportrail.core.routing;

import io.vaportrail.core.http.Headers;
import io.vaportrail.schema.HttpTrait;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a REST service by method and URI pattern, the most specific pattern first.
 *
 * <p>The first request of a method reads the patterns of that method, on the event loop: what does so keeps clear of lambdas, joined
 * strings and printed records, whose code the virtual machine spins when first needed, which takes it a hundred times as long.
 */
final class RestOperations {
    private static final List<RivalOperations> NONE = List.of();

    private final ServiceSchema service;
    private final Map<String, List<RivalOperations>> byMethod = new ConcurrentHashMap<>();

    /** The operations of the service. */
    RestOperations(ServiceSchema service) {
        this.service = service;
    }

    /**
     * The operation that a request means, or {@code null}.
     *
     * @param path as sent, with the bucket of the host in front where there is one
     * @param query as sent, or {@code null}
     */
    @Nullable RestMatch match(String method, String path, @Nullable String query, Headers headers) {
        List<RivalOperations> candidates = candidates(method);
        RequestPath parsed = candidates.isEmpty() ? null : RequestPath.of(path);
        if (parsed == null) {
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

    /** The patterns of a method; two first requests at once may both read them. Methods that nothing has are not remembered. */
    private List<RivalOperations> candidates(String method) {
        List<RivalOperations> known = byMethod.get(method);
        if (known != null) {
            return known;
        }
        List<RivalOperations> read = read(method);
        if (!read.isEmpty()) {
            byMethod.put(method, read);
        }
        return read;
    }

    private List<RivalOperations> read(String method) {
        boolean toldByParameters = service.speaks(WireProtocol.REST_XML);
        Map<String, RivalOperations> byShape = new LinkedHashMap<>();
        for (OperationSchema<?, ?> operation : service.operations()) {
            HttpTrait http = operation.http();
            if (http.method().equals(method)) {
                UriPattern pattern = UriPattern.parse(http.uri());
                String shape = pattern.shape();
                RivalOperations rivals = byShape.get(shape);
                if (rivals == null) {
                    rivals = new RivalOperations(pattern, toldByParameters);
                    byShape.put(shape, rivals);
                }
                rivals.add(operation, pattern);
            }
        }
        if (byShape.isEmpty()) {
            return NONE;
        }
        List<RivalOperations> group = new ArrayList<>(byShape.values());
        group.sort(RivalOperations.MOST_SPECIFIC_FIRST);
        return group;
    }
}
