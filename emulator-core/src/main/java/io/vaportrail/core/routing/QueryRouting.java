package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** awsQuery calls: {@code Action} and {@code Version} stand in a form or, for curl's sake, in the query string. */
final class QueryRouting {
    private static final String ACTION = "Action";
    private static final String VERSION = "Version";
    private static final String QUEUE_URL = "QueueUrl";
    private static final String SQS = "sqs";
    private static final int ACCOUNT_DIGITS = 12;

    private final ServiceCatalog catalog;
    private final Protocols protocols;
    private final Refusals refusals;

    QueryRouting(ServiceCatalog catalog, Protocols protocols, Refusals refusals) {
        this.catalog = catalog;
        this.protocols = protocols;
        this.refusals = refusals;
    }

    /** The parameters of a request that carries an action, or {@code null} when it carries none or cannot be a call. */
    @Nullable FormParameters parametersWithAction(HttpRequest request) {
        if (!isReadOrPosted(request)) {
            return null;
        }
        boolean inQuery =
                request.query() != null && RawQuery.of(request.query()).has(ACTION, null);
        if (!inQuery && !FormParameters.isForm(request)) {
            return null;
        }
        FormParameters parameters = parametersOf(request, null);
        return parameters.get(ACTION) == null ? null : parameters;
    }

    /** Whether the version is that of a service. */
    boolean isVersionKnown(FormParameters parameters) {
        String version = parameters.get(VERSION);
        return version != null && catalog.byQueryVersion(version) != null;
    }

    /** Whether the path is that of a queue: {@code /ACCOUNT/NAME}, read or posted to. */
    static boolean isQueuePath(HttpRequest request) {
        String path = request.path();
        if (path.length() < ACCOUNT_DIGITS + 3 || path.charAt(ACCOUNT_DIGITS + 1) != '/') {
            return false;
        }
        for (int i = 1; i <= ACCOUNT_DIGITS; i++) {
            if (path.charAt(i) < '0' || path.charAt(i) > '9') {
                return false;
            }
        }
        return path.indexOf('/', ACCOUNT_DIGITS + 2) < 0 && isReadOrPosted(request);
    }

    /** AWS takes calls in no other way. */
    private static boolean isReadOrPosted(HttpRequest request) {
        return request.method().equals("POST") || request.method().equals("GET");
    }

    /** The call of a service that is known. */
    Route of(ServiceSchema service, HttpRequest request) {
        if (!isReadOrPosted(request)) {
            throw refusals.unknownOperation(
                    WireProtocol.AWS_QUERY, service, "A call cannot be a " + Refusals.quoted(request.method()) + ".");
        }
        FormParameters parameters = parametersOf(request, service);
        String action = parameters.get(ACTION);
        if (action == null) {
            throw refusals.missingAction(service);
        }
        String version = parameters.get(VERSION);
        if (version != null && !version.equals(service.identification().apiVersion())) {
            throw refusals.invalidAction(service, action, version);
        }
        return route(service, action, parameters, request);
    }

    /** The call of a service that the version names or, without one, that alone has the action; SQS goes before others. */
    Route byAction(HttpRequest request, FormParameters parameters) {
        String action = parameters.get(ACTION);
        if (action == null) {
            throw refusals.missingAction(null);
        }
        String version = parameters.get(VERSION);
        String id = version == null ? onlyServiceWith(action) : catalog.byQueryVersion(version);
        if (id == null) {
            throw refusals.invalidAction(null, action, version);
        }
        return route(catalog.service(id), action, parameters, request);
    }

    private @Nullable String onlyServiceWith(String action) {
        List<String> services = catalog.byAction(action);
        if (services.contains(SQS)) {
            return SQS;
        }
        return services.size() == 1 ? services.get(0) : null;
    }

    private Route route(ServiceSchema service, String action, FormParameters parameters, HttpRequest request) {
        OperationSchema<?, ?> operation = service.operation(action);
        if (operation == null) {
            throw refusals.invalidAction(service, action, parameters.get(VERSION));
        }
        if (service.id().equals(SQS) && request.path().length() > 1 && parameters.get(QUEUE_URL) == null) {
            parameters.add(QUEUE_URL, addressOf(request));
        }
        return new Route(
                operation, protocols.get(WireProtocol.AWS_QUERY), new RoutedRequest(request, Map.of(), parameters));
    }

    /** The request's own address: a call that goes to a queue's address means that queue. */
    private static String addressOf(HttpRequest request) {
        String host = request.header("Host");
        return request.origin().scheme() + "://" + (host == null ? "localhost" : host) + request.path();
    }

    private FormParameters parametersOf(HttpRequest request, @Nullable ServiceSchema service) {
        try {
            return FormParameters.of(request);
        } catch (ServiceException e) {
            throw refusals.of(WireProtocol.AWS_QUERY, service, e);
        }
    }
}
