package io.vaportrail.app;

import io.vaportrail.core.routing.ServiceCatalog;
import io.vaportrail.model.QueryActions;
import io.vaportrail.model.ServiceIndex;
import io.vaportrail.model.Services;
import io.vaportrail.schema.ServiceSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services of the API models. */
public final class ModelCatalog implements ServiceCatalog {
    private static final List<String> REST_SERVICES = List.of("sesv2", "s3");

    @Override
    public ServiceSchema service(String id) {
        return Services.byId(id);
    }

    @Override
    public @Nullable String byTargetPrefix(String prefix) {
        return ServiceIndex.byTargetPrefix(prefix);
    }

    @Override
    public @Nullable String byShapeName(String name) {
        return ServiceIndex.byShapeName(name);
    }

    @Override
    public @Nullable String byQueryVersion(String version) {
        return ServiceIndex.byQueryVersion(version);
    }

    @Override
    public List<String> byAction(String action) {
        return QueryActions.byAction(action);
    }

    @Override
    public List<String> bySigningName(String name) {
        return ServiceIndex.bySigningName(name);
    }

    @Override
    public List<String> byEndpointPrefix(String prefix) {
        return ServiceIndex.byEndpointPrefix(prefix);
    }

    @Override
    public List<String> restServices() {
        return REST_SERVICES;
    }
}
