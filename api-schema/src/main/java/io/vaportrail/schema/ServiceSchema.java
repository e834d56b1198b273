package io.vaportrail.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service: its names and its operations. Generated per model; one instance each. */
public abstract class ServiceSchema {
    private final Identification identification;
    private final List<OperationSchema<?, ?>> operations;
    private final Map<String, OperationSchema<?, ?>> byName;

    /** A service with its operations in the model's order. */
    protected ServiceSchema(Identification identification, String... operationNames) {
        this.identification = identification;
        OperationSchema<?, ?>[] all = new OperationSchema<?, ?>[operationNames.length];
        this.byName = new HashMap<>(operationNames.length * 2);
        for (int i = 0; i < all.length; i++) {
            OperationSchema<?, ?> operation = new OperationSchema<>(this, i, operationNames[i]);
            all[i] = operation;
            byName.put(operationNames[i], operation);
        }
        this.operations = List.of(all);
    }

    /** States shapes and bindings of the operation at the index. */
    protected abstract void defineOperation(int index, OperationSchema.Details into);

    /** The operations in the model's order. */
    public final List<OperationSchema<?, ?>> operations() {
        return operations;
    }

    /** The operation of this name, or {@code null}. */
    public final @Nullable OperationSchema<?, ?> operation(String name) {
        return byName.get(name);
    }

    /** The operation at an index, typed by the generated constant that asks. */
    @SuppressWarnings("unchecked")
    protected final <I extends Struct, O extends Struct> OperationSchema<I, O> typed(int index) {
        return (OperationSchema<I, O>) operations.get(index);
    }

    /** The name of model file and module, for example {@code sqs} or {@code cloudwatch}. */
    public final String id() {
        return identification.id();
    }

    /** AWS's service id, for example {@code CloudWatch Logs}. */
    public final String sdkId() {
        return identification.sdkId();
    }

    /** Everything that names the service. */
    public final Identification identification() {
        return identification;
    }

    /** Whether the service also takes awsQuery calls meant for its JSON or CBOR interface's older form. */
    public final boolean speaks(WireProtocol protocol) {
        return identification.protocols().contains(protocol);
    }

    @Override
    public final String toString() {
        return id();
    }

    /**
     * The names of a service.
     *
     * @param id name of the model file
     * @param sdkId AWS's service id
     * @param endpointPrefix first label of the endpoint's host, for example {@code monitoring}
     * @param signingName the service in a credential scope, for example {@code ses} for the endpoint {@code email}
     * @param eventSource what CloudTrail records, for example {@code monitoring.amazonaws.com}
     * @param apiVersion for example {@code 2012-11-05}
     * @param targetPrefix what comes before the dot in {@code X-Amz-Target}, or {@code null}
     * @param shapeName the service shape's name in RPC v2 paths, or {@code null}
     * @param xmlNamespace namespace of XML answers, or {@code null}
     * @param globalEndpoint host of the global endpoint, or {@code null}
     * @param onlyRegion the region that a service without regions works in and CloudTrail records, else {@code null}
     * @param queryCompatible whether errors carry {@code x-amzn-query-error}
     * @param protocols the protocols that the service speaks, the preferred one first
     */
    public record Identification(
            String id,
            String sdkId,
            String endpointPrefix,
            String signingName,
            String eventSource,
            String apiVersion,
            @Nullable String targetPrefix,
            @Nullable String shapeName,
            @Nullable String xmlNamespace,
            @Nullable String globalEndpoint,
            @Nullable String onlyRegion,
            boolean queryCompatible,
            List<WireProtocol> protocols) {

        /** Checks that there is at least one protocol. */
        public Identification {
            protocols = List.copyOf(Objects.requireNonNull(protocols, "protocols"));
            if (protocols.isEmpty()) {
                throw new IllegalArgumentException("protocols: none (expected: at least one)");
            }
        }
    }
}
