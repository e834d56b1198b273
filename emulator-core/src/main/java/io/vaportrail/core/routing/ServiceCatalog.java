package io.vaportrail.core.routing;

import io.vaportrail.schema.ServiceSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The services that requests may mean, known by the names that requests carry. Only {@link #service} loads a service; everything
 * else is a look-up among names.
 */
public interface ServiceCatalog {
    /** The service with this id, one of those that the other methods give. */
    ServiceSchema service(String id);

    /** What comes before the last dot in {@code X-Amz-Target}: the service's id, or {@code null}. */
    @Nullable String byTargetPrefix(String prefix);

    /** The service in an RPC v2 path: its id, or {@code null}. */
    @Nullable String byShapeName(String name);

    /** The {@code Version} of an awsQuery request: the service's id, or {@code null}. */
    @Nullable String byQueryVersion(String version);

    /** The {@code Action} of an awsQuery request: the ids of the services that have it, none when it is unknown. */
    List<String> byAction(String action);

    /** The service in a credential scope: ids, none when it is unknown. */
    List<String> bySigningName(String name);

    /** The label of an endpoint's host that names the service, for example {@code monitoring}: ids, none when it is unknown. */
    List<String> byEndpointPrefix(String prefix);

    /** The ids of the services that speak a REST protocol, those with the more specific paths first. */
    List<String> restServices();
}
