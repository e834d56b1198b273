package io.vaportrail.conformance.smithy;

import io.vaportrail.core.routing.ServiceCatalog;
import io.vaportrail.schema.ServiceSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A single REST service of the suites, as routing knows services.
 *
 * @param service the service
 */
record SmithyCatalog(ServiceSchema service) implements ServiceCatalog {
    @Override
    public ServiceSchema service(String id) {
        return service;
    }

    @Override
    public @Nullable String byTargetPrefix(String prefix) {
        return prefix.equals(service.identification().targetPrefix()) ? service.id() : null;
    }

    @Override
    public @Nullable String byShapeName(String name) {
        return name.equals(service.identification().shapeName()) ? service.id() : null;
    }

    @Override
    public @Nullable String byQueryVersion(String version) {
        return null;
    }

    @Override
    public List<String> byAction(String action) {
        return List.of();
    }

    @Override
    public List<String> bySigningName(String name) {
        return List.of();
    }

    @Override
    public List<String> byEndpointPrefix(String prefix) {
        return prefix.equals(service.identification().endpointPrefix()) ? List.of(service.id()) : List.of();
    }

    @Override
    public List<String> restServices() {
        return List.of(service.id());
    }
}
