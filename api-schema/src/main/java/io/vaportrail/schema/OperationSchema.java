package io.vaportrail.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a service. The schemas of its input and output are loaded when first looked at.
 *
 * @param <I> the input
 * @param <O> the output
 */
public final class OperationSchema<I extends Struct, O extends Struct> {
    private final ServiceSchema service;
    private final int index;
    private final String name;
    private volatile @Nullable Details details;

    OperationSchema(ServiceSchema service, int index, String name) {
        this.service = service;
        this.index = index;
        this.name = name;
    }

    /** The service it belongs to. */
    public ServiceSchema service() {
        return service;
    }

    /** The position in {@link ServiceSchema#operations()}. */
    public int index() {
        return index;
    }

    /** The name, for example {@code SendMessage}. */
    public String name() {
        return name;
    }

    /** The input, {@link Unit} when there is none. */
    @SuppressWarnings("unchecked")
    public StructSchema<I> input() {
        return (StructSchema<I>) details().input;
    }

    /** The output, {@link Unit} when there is none. */
    @SuppressWarnings("unchecked")
    public StructSchema<O> output() {
        return (StructSchema<O>) details().output;
    }

    /** Whether the model states an input shape. */
    public boolean hasInput() {
        return details().input != Unit.SCHEMA;
    }

    /** Whether the model states an output shape. */
    public boolean hasOutput() {
        return details().output != Unit.SCHEMA;
    }

    /** Method, path and status. */
    public HttpTrait http() {
        return details().http;
    }

    /** How CloudTrail sees it. */
    public AuditTrait audit() {
        return details().audit;
    }

    /** The permissions that a call needs. */
    public List<AccessTrait> accesses() {
        return details().accesses;
    }

    /** The resources that CloudTrail's record of a successful call names. */
    public List<ResourceTrait> recordedResources() {
        return details().recordedResources;
    }

    /** The element around the result in awsQuery answers, for example {@code CreateTopicResult}. */
    public String resultWrapper() {
        String stated = details().resultWrapper;
        return stated == null ? name + "Result" : stated;
    }

    /** The root element of a restXml request where the model names one for the operation, or {@code null}. */
    public @Nullable String inputXmlRootName() {
        return details().inputXmlRootName;
    }

    /** What the model puts before the host name, for example {@code stream-}, or {@code null}. */
    public @Nullable String hostPrefix() {
        return details().hostPrefix;
    }

    /** Whether AWS accepts the call unsigned. */
    public boolean unsigned() {
        return details().unsigned;
    }

    /** The names of the errors that the model lists. */
    public List<String> errorNames() {
        return details().errorNames;
    }

    @Override
    public String toString() {
        return service.id() + "." + name;
    }

    private Details details() {
        Details known = details;
        if (known == null) {
            known = new Details(name);
            service.defineOperation(index, known);
            details = known;
        }
        return known;
    }

    /** Takes the statements of {@link ServiceSchema#defineOperation}. */
    public static final class Details {
        private StructSchema<?> input = Unit.SCHEMA;
        private StructSchema<?> output = Unit.SCHEMA;
        private HttpTrait http = HttpTrait.RPC;
        private AuditTrait audit;
        private List<AccessTrait> accesses = List.of();
        private List<ResourceTrait> recordedResources = List.of();
        private @Nullable String resultWrapper;
        private @Nullable String inputXmlRootName;
        private @Nullable String hostPrefix;
        private boolean unsigned;
        private List<String> errorNames = List.of();

        private Details(String name) {
            this.audit = new AuditTrait(name, EventCategory.MANAGEMENT, false);
        }

        /** Sets the input. */
        public Details input(StructSchema<?> schema) {
            this.input = Objects.requireNonNull(schema, "input");
            return this;
        }

        /** Sets the output. */
        public Details output(StructSchema<?> schema) {
            this.output = Objects.requireNonNull(schema, "output");
            return this;
        }

        /** Sets method, URI pattern and status of success. */
        public Details http(String method, String uri, int code) {
            this.http = new HttpTrait(method, uri, code);
            return this;
        }

        /** Sets how CloudTrail sees the operation. */
        public Details audit(String eventName, EventCategory category, boolean readOnly) {
            this.audit = new AuditTrait(eventName, category, readOnly);
            return this;
        }

        /** Sets the permissions that a call needs. */
        public Details accesses(AccessTrait... needed) {
            this.accesses = List.of(needed);
            return this;
        }

        /** Sets the resources that CloudTrail's record names. */
        public Details recordedResources(ResourceTrait... resources) {
            this.recordedResources = List.of(resources);
            return this;
        }

        /** Sets the element around the result in awsQuery answers. */
        public Details resultWrapper(String element) {
            this.resultWrapper = element;
            return this;
        }

        /** Sets the root element of a restXml request. */
        public Details inputXmlRootName(String element) {
            this.inputXmlRootName = element;
            return this;
        }

        /** Sets what goes before the host name. */
        public Details hostPrefix(String prefix) {
            this.hostPrefix = prefix;
            return this;
        }

        /** States that AWS accepts the call unsigned. */
        public Details unsigned() {
            this.unsigned = true;
            return this;
        }

        /** Names the errors that the model lists. */
        public Details errors(String... names) {
            this.errorNames = List.of(names);
            return this;
        }
    }
}
