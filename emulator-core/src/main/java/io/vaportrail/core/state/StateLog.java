package io.vaportrail.core.state;

/**
 * Takes note of changes, one report per completed operation. The seam for durable modes; in memory mode it does nothing.
 */
@FunctionalInterface
public interface StateLog {
    /** Keeps nothing. */
    StateLog NONE = (service, accountId, region, kind, id, snapshot) -> {};

    /**
     * An entity has changed.
     *
     * @param service id of the service, for example {@code sqs}
     * @param accountId whose
     * @param region where
     * @param kind what sort of entity, for example {@code queue}
     * @param id its name within account and region
     * @param snapshot a plain immutable record of it, made only if somebody asks; {@code null} from it means deleted
     */
    void changed(
            String service,
            String accountId,
            String region,
            String kind,
            String id,
            java.util.function.Supplier<? extends @org.jspecify.annotations.Nullable Object> snapshot);
}
