package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.identity.CredentialScope;
import io.vaportrail.core.identity.CredentialScopes;
import io.vaportrail.core.protocol.Protocols;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the meaning of a request from what it carries, the clearest signal first:
 *
 * <ol>
 *   <li>{@code X-Amz-Target} names service and operation of an awsJson call;
 *   <li>{@code smithy-protocol: rpc-v2-cbor} says that the path names them;
 *   <li>the credential scope names the service, and action or path the operation;
 *   <li>else the host names the service;
 *   <li>else an {@code Action} in form or query string names the operation, and {@code Version} the service;
 *   <li>else method and path fit the operation of a REST service.
 * </ol>
 */
public final class ModelRouter implements Router {
    private static final String CBOR = "rpc-v2-cbor";

    private final ServiceCatalog catalog;
    private final RpcRouting rpc;
    private final QueryRouting query;
    private final RestRouting rest;
    private final Refusals refusals;

    /** A router among the services of the catalog. */
    public ModelRouter(ServiceCatalog catalog, Protocols protocols) {
        this.catalog = catalog;
        this.refusals = new Refusals(protocols);
        this.rpc = new RpcRouting(catalog, protocols, refusals);
        this.query = new QueryRouting(catalog, protocols, refusals);
        this.rest = new RestRouting(catalog, protocols, refusals);
    }

    @Override
    public Route route(HttpRequest request) {
        String target = request.header("X-Amz-Target");
        if (target != null) {
            return rpc.byTarget(request, target);
        } else if (CBOR.equals(request.header("Smithy-Protocol"))) {
            return rpc.byPath(request);
        }
        CredentialScope scope = scopeOf(request);
        HostName host = hostOf(request);
        String signedFor = scope == null ? null : scope.service();
        if (signedFor != null) {
            List<String> services = servicesOf(signedFor);
            return services.isEmpty() ? foreign(request, signedFor) : among(services, request, host);
        }
        List<String> services = host == null ? List.of() : catalog.byEndpointPrefix(host.endpointPrefix());
        return services.isEmpty() ? unnamed(request, scope) : among(services, request, host);
    }

    private @Nullable HostName hostOf(HttpRequest request) {
        String header = request.header("Host");
        HostName host = HostName.of(header);
        boolean service = host == null
                || host.bucket() != null
                || !catalog.byEndpointPrefix(host.endpointPrefix()).isEmpty();
        HostName bucket = service || header == null ? null : HostName.ofLocalBucket(header);
        return bucket == null ? host : bucket;
    }

    /** The service is one of these; two where versions of one share their names, as those of SES do. */
    private Route among(List<String> services, HttpRequest request, @Nullable HostName host) {
        List<ServiceSchema> candidates = new ArrayList<>(services.size());
        for (String id : services) {
            candidates.add(catalog.service(id));
        }
        for (ServiceSchema candidate : candidates) {
            Route found = isRest(candidate) ? rest.find(candidate, request, host) : null;
            if (found != null) {
                return found;
            }
        }
        boolean queryMeant = services.size() == 1 || request.path().length() <= 1;
        for (ServiceSchema candidate : candidates) {
            if (candidate.speaks(WireProtocol.AWS_QUERY) && queryMeant && !speaksJson(request)) {
                return query.of(candidate, request);
            } else if (isRest(candidate)) {
                throw refusals.noSuchPath(candidate, request);
            }
        }
        throw rpc.missingTarget(candidates.get(0), request);
    }

    /** Neither scope nor host name a service. */
    private Route unnamed(HttpRequest request, @Nullable CredentialScope scope) {
        FormParameters parameters = query.parametersWithAction(request);
        if (parameters != null) {
            return query.byAction(request, parameters);
        } else if (scope == null && QueryRouting.isQueuePath(request)) {
            throw refusals.missingAction(catalog.service("sqs"));
        }
        Route found = rest.findAnywhere(request);
        if (found != null) {
            return found;
        } else if (FormParameters.isForm(request)) {
            throw refusals.missingAction(null);
        }
        throw refusals.unknownService(
                request,
                "Nothing in the request says which operation is meant (expected: X-Amz-Target, Action, or the path of a"
                        + " REST operation).");
    }

    /** The scope names a service that there is none of; a version may know better. */
    private Route foreign(HttpRequest request, String signedFor) {
        FormParameters parameters = query.parametersWithAction(request);
        if (parameters != null && query.isVersionKnown(parameters)) {
            return query.byAction(request, parameters);
        }
        throw refusals.unknownService(request, unserved(signedFor));
    }

    static String unserved(String name) {
        return "Vaportrail does not serve '" + Refusals.quoted(name) + "'.";
    }

    private List<String> servicesOf(String signingName) {
        List<String> services = catalog.bySigningName(signingName);
        return services.isEmpty() ? catalog.byEndpointPrefix(signingName) : services;
    }

    private static boolean isRest(ServiceSchema service) {
        return service.speaks(WireProtocol.REST_XML) || service.speaks(WireProtocol.REST_JSON_1);
    }

    private static boolean speaksJson(HttpRequest request) {
        return switch (Refusals.spokenIn(request)) {
            case AWS_JSON_1_0, AWS_JSON_1_1, REST_JSON_1 -> true;
            default -> false;
        };
    }

    /** A scope that cannot be read is refused when the caller is looked for; here it says nothing. */
    private static @Nullable CredentialScope scopeOf(HttpRequest request) {
        try {
            return CredentialScopes.of(request);
        } catch (ServiceException e) {
            return null;
        }
    }
}
