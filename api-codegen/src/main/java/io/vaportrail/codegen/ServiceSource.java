package io.vaportrail.codegen;

import static io.vaportrail.codegen.JavaSource.literal;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the class of a service: its names, and a typed constant for each operation. */
final class ServiceSource {
    private final Api api;
    private final JavaSource java;
    private final String className;

    private ServiceSource(Api api) {
        this.api = api;
        this.java = new JavaSource(api.metadata().packageName());
        this.className = className(api);
    }

    /** The name of a service's class. */
    static String className(Api api) {
        return api.metadata().javaName() + "Service";
    }

    /** The file of the service's class. */
    static String of(Api api) {
        return new ServiceSource(api).write();
    }

    private String write() {
        java.line("/** " + api.metadata().sdkId() + ", API version "
                + api.metadata().apiVersion() + ". */");
        java.open("public final class " + className + " extends " + java.schema("ServiceSchema"));
        java.line("private static final " + className + " SELF = new " + className + "();")
                .blank();
        // of the general type, so that the verifier of a class that mentions it need not load this one
        java.line("/** The service. */");
        java.line("public static final ServiceSchema SERVICE = SELF;");
        writeConstants();
        java.blank();
        writeConstructor();
        java.blank();
        writeDispatch();
        for (Api.Operation operation : api.operations()) {
            writeDefinition(operation);
        }
        java.close();
        return java.text();
    }

    private void writeConstants() {
        List<Api.Operation> operations = api.operations();
        for (int i = 0; i < operations.size(); i++) {
            Api.Operation operation = operations.get(i);
            java.blank().line("/** {@code " + operation.name() + "}. */");
            java.line("public static final " + java.schema("OperationSchema") + "<" + type(operation.input()) + ", "
                    + type(operation.output()) + "> " + Names.constant(operation.name()) + " = SELF.typed(" + i + ");");
        }
    }

    private String type(@Nullable String shapeName) {
        return shapeName == null
                ? java.schema("Unit")
                : Names.className(api.shape(shapeName).name(), api.metadata().javaName());
    }

    private void writeConstructor() {
        Api.Metadata facts = api.metadata();
        String wireProtocol = java.schema("WireProtocol");
        String protocols = facts.protocols().stream()
                .map(protocol -> wireProtocol + "." + protocol)
                .collect(Collectors.joining(", "));
        java.open("private " + className + "()");
        java.line("super(");
        java.continued("new Identification(");
        for (String text : List.of(
                facts.id(),
                facts.sdkId(),
                facts.endpointPrefix(),
                facts.signingName(),
                facts.eventSource(),
                facts.apiVersion())) {
            java.continued("        " + literal(text) + ",");
        }
        java.continued("        " + orNull(facts.targetPrefix()) + ",");
        java.continued("        " + orNull(facts.shapeName()) + ",");
        java.continued("        " + orNull(facts.xmlNamespace()) + ",");
        java.continued("        " + orNull(facts.globalEndpoint()) + ",");
        java.continued("        " + orNull(facts.onlyRegion()) + ",");
        java.continued("        " + facts.queryCompatible() + ",");
        java.continued("        " + java.type("java.util.List") + ".of(" + protocols + ")),");
        String names = api.operations().stream()
                .map(operation -> literal(operation.name()))
                .collect(Collectors.joining(",\n                "));
        java.continued(names + ");");
        java.close();
    }

    private static String orNull(@Nullable String text) {
        return text == null ? "null" : literal(text);
    }

    private void writeDispatch() {
        java.line("@Override").open("protected void defineOperation(int index, OperationSchema.Details into)");
        java.open("switch (index)");
        List<Api.Operation> operations = api.operations();
        for (int i = 0; i < operations.size(); i++) {
            java.line("case " + i + " -> define" + operations.get(i).name() + "(into);");
        }
        java.line("default -> throw new IllegalArgumentException(\"index: \" + index + \" (expected: below "
                + operations.size() + ")\");");
        java.close().close();
    }

    private void writeDefinition(Api.Operation operation) {
        java.blank().open("private static void define" + operation.name() + "(OperationSchema.Details into)");
        if (operation.input() != null) {
            java.line("into.input(" + type(operation.input()) + ".SCHEMA);");
        }
        if (operation.output() != null) {
            java.line("into.output(" + type(operation.output()) + ".SCHEMA);");
        }
        Api.Http http = operation.http();
        if (api.metadata().isRest()) {
            java.line("into.http(" + literal(http.method()) + ", " + literal(http.uri()) + ", " + http.code() + ");");
        }
        Api.Audit audit = operation.audit();
        java.line("into.audit(" + literal(audit.eventName()) + ", " + java.schema("EventCategory") + "."
                + audit.category() + ", " + audit.readOnly() + ");");
        writeAccesses(operation);
        String wrapper = operation.resultWrapper();
        if (wrapper != null && !wrapper.equals(operation.name() + "Result")) {
            java.line("into.resultWrapper(" + literal(wrapper) + ");");
        }
        if (operation.inputXmlRootName() != null) {
            java.line("into.inputXmlRootName(" + literal(operation.inputXmlRootName()) + ");");
        }
        if (operation.hostPrefix() != null) {
            java.line("into.hostPrefix(" + literal(operation.hostPrefix()) + ");");
        }
        if (operation.unsigned()) {
            java.line("into.unsigned();");
        }
        if (!operation.errors().isEmpty()) {
            java.line("into.errors(" + SchemaExpressions.literals(operation.errors()) + ");");
        }
        java.close();
    }

    private void writeAccesses(Api.Operation operation) {
        java.line("into.accesses(");
        String separator = "";
        for (Api.Access access : operation.accesses()) {
            StringBuilder line = new StringBuilder(separator)
                    .append(java.schema("AccessTrait"))
                    .append(".of(");
            line.append(literal(access.action()));
            access.resources().forEach(resource -> line.append(", ").append(resource(resource)));
            line.append(')');
            if (!access.condition().isEmpty()) {
                line.append(".onlyIf(").append(literal(access.condition())).append(')');
            }
            java.continued(line.toString());
            separator = ", ";
        }
        java.line(");");
        if (!operation.recordedResources().isEmpty()) {
            String all =
                    operation.recordedResources().stream().map(this::resource).collect(Collectors.joining(", "));
            java.line("into.recordedResources(" + all + ");");
        }
    }

    private String resource(Api.Resource resource) {
        StringBuilder out = new StringBuilder(java.schema("ResourceTrait")).append(".of(");
        out.append(literal(resource.type())).append(", ").append(literal(resource.arn()));
        resource.members().forEach(member -> out.append(", ").append(literal(member)));
        return out.append(')').toString();
    }
}
