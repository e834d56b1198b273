package io.vaportrail.core.pipeline;

import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The service modules, each made when its first call arrives. */
public final class ServiceHost {
    private final Map<String, ServiceModule.Factory> factories;
    private final Map<String, HostedService> hosted = new ConcurrentHashMap<>();
    private volatile @Nullable EmulatorContext context;

    /** A host for the modules that these factories make, by {@link ServiceSchema#id()}. */
    public ServiceHost(Map<String, ServiceModule.Factory> factories) {
        this.factories = Map.copyOf(factories);
    }

    /** Gives what the modules are made with; before the first call. */
    public void start(EmulatorContext offered) {
        this.context = offered;
    }

    /** The ids of the services that have a module. */
    public Set<String> available() {
        return factories.keySet();
    }

    /** The ids of the services whose module has been made. */
    public Set<String> loaded() {
        return Set.copyOf(hosted.keySet());
    }

    /** The module of this type, or {@code null} while it has not been made. */
    public <M extends ServiceModule> @Nullable M module(Class<M> type) {
        for (HostedService service : hosted.values()) {
            if (type.isInstance(service.module())) {
                return type.cast(service.module());
            }
        }
        return null;
    }

    /** Whether some module implements the operation; makes the module. */
    public boolean implemented(OperationSchema<?, ?> operation) {
        HostedService service = find(operation.service());
        return service != null && service.execution(operation) != null;
    }

    /**
     * Has every module forget everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        List<HostedService> all = new ArrayList<>(hosted.values());
        for (HostedService service : all) {
            service.module().reset(accountId);
        }
    }

    /** The module of this id, which is made if need be, or {@code null} when there is none. */
    public @Nullable ServiceModule module(String id) {
        HostedService service = hosted.get(id);
        HostedService found = service != null ? service : load(id);
        return found == null ? null : found.module();
    }

    /** The service with its operations, or {@code null} when no module serves it. */
    @Nullable HostedService find(ServiceSchema schema) {
        HostedService service = hosted.get(schema.id());
        return service != null ? service : load(schema.id());
    }

    private @Nullable HostedService load(String id) {
        ServiceModule.Factory factory = factories.get(id);
        EmulatorContext offered = context;
        if (factory == null) {
            return null;
        }
        if (offered == null) {
            throw new IllegalStateException("host: not started (expected: start() before the first call)");
        }
        synchronized (this) {
            HostedService service = hosted.get(id);
            if (service == null) {
                service = new HostedService(factory.create(offered));
                hosted.put(id, service);
            }
            return service;
        }
    }
}
