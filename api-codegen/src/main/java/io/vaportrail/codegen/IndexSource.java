package io.vaportrail.codegen;

import static io.vaportrail.codegen.JavaSource.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is said of all services at once: the registry, and the indexes that routing asks before any service is loaded. */
final class IndexSource {
    static final String PACKAGE = "io.vaportrail.model";

    private IndexSource() {}

    /** The registry: every service by its id, loaded when asked for. */
    static String services(List<Api> apis) {
        JavaSource java = new JavaSource(PACKAGE);
        String list = java.type("java.util.List");
        String schema = java.schema("ServiceSchema");
        java.line("/** The services of the models. A service is loaded when it is asked for. */");
        java.open("public final class Services");
        java.line("private static final " + list + "<String> IDS =");
        java.continued(list + ".of(" + SchemaExpressions.literals(ids(apis)) + ");")
                .blank();
        java.line("private Services() {}").blank();
        java.line("/** The ids of all services, in alphabetical order. */");
        java.open("public static " + list + "<String> ids()")
                .line("return IDS;")
                .close()
                .blank();
        java.line("/**");
        java.line(" * The service of this id.");
        java.line(" *");
        java.line(" * @throws IllegalArgumentException when there is none");
        java.line(" */");
        java.open("public static " + schema + " byId(String id)");
        java.open("return switch (id)");
        for (Api api : apis) {
            String name = api.metadata().packageName() + "." + ServiceSource.className(api);
            java.line("case " + literal(api.metadata().id()) + " -> " + name + ".SERVICE;");
        }
        java.line(
                "default -> throw new IllegalArgumentException(\"service: \" + id + \" (expected: one of \" + IDS + \")\");");
        java.closeExpression();
        java.close().close();
        return java.text();
    }

    private static List<String> ids(List<Api> apis) {
        return apis.stream().map(api -> api.metadata().id()).toList();
    }

    /** The indexes from the names that a request may carry to the ids of services. */
    static String index(List<Api> apis) {
        JavaSource java = new JavaSource(PACKAGE);
        java.line("/** From the names that a request may carry to ids of services, without loading a service. */");
        java.open("public final class ServiceIndex");
        java.line("private ServiceIndex() {}");
        one(java, "byTargetPrefix", "What comes before the last dot in {@code X-Amz-Target}", targetPrefixes(apis));
        one(
                java,
                "byQueryVersion",
                "The {@code Version} of an awsQuery request",
                group(apis, metadata -> metadata.speaksQuery() ? metadata.apiVersion() : null));
        one(java, "byShapeName", "The service's name in an RPC v2 path", group(apis, metadata -> metadata.shapeName()));
        many(
                java,
                "bySigningName",
                "The service in a credential scope",
                group(apis, metadata -> metadata.signingName()));
        many(
                java,
                "byEndpointPrefix",
                "The first label of an endpoint's host",
                group(apis, metadata -> metadata.endpointPrefix()));
        java.close();
        return java.text();
    }

    /** The index from the operations of services that speak awsQuery to their ids, apart because few requests need it. */
    static String actions(List<Api> apis) {
        Map<String, List<String>> byAction = new TreeMap<>();
        for (Api api : apis) {
            if (api.metadata().speaksQuery()) {
                for (Api.Operation operation : api.operations()) {
                    byAction.computeIfAbsent(operation.name(), name -> new ArrayList<>())
                            .add(api.metadata().id());
                }
            }
        }
        JavaSource java = new JavaSource(PACKAGE);
        java.line(
                "/** From the {@code Action} of awsQuery requests to ids of services, for requests that name no service. */");
        java.open("public final class QueryActions");
        java.line("private QueryActions() {}");
        many(java, "byAction", "The {@code Action} of an awsQuery request", byAction);
        java.close();
        return java.text();
    }

    private static Map<String, List<String>> group(List<Api> apis, Function<Api.Metadata, @Nullable String> key) {
        Map<String, List<String>> groups = new TreeMap<>();
        for (Api api : apis) {
            String name = key.apply(api.metadata());
            if (name != null) {
                groups.computeIfAbsent(name, k -> new ArrayList<>())
                        .add(api.metadata().id());
            }
        }
        return groups;
    }

    /** Older SDKs send CloudTrail's prefix with a package before it, newer ones without. */
    private static Map<String, List<String>> targetPrefixes(List<Api> apis) {
        Map<String, List<String>> groups = group(apis, metadata -> metadata.targetPrefix());
        groups.putAll(group(apis, metadata -> lastPart(metadata.targetPrefix())));
        return groups;
    }

    private static @Nullable String lastPart(@Nullable String prefix) {
        return prefix == null ? null : prefix.substring(prefix.lastIndexOf('.') + 1);
    }

    private static void one(JavaSource java, String method, String what, Map<String, List<String>> groups) {
        String nullable = java.type("org.jspecify.annotations.Nullable");
        java.blank().line("/** " + what + ": the service, or {@code null}. */");
        java.open("public static @" + nullable + " String " + method + "(String name)");
        java.open("return switch (name)");
        groups.forEach((name, ids) -> {
            if (ids.size() != 1) {
                throw new ModelException(method + ", " + name + ": " + ids + " (expected: one service)");
            }
            java.line("case " + literal(name) + " -> " + literal(ids.get(0)) + ";");
        });
        java.line("default -> null;");
        java.closeExpression();
        java.close();
    }

    private static void many(JavaSource java, String method, String what, Map<String, List<String>> groups) {
        String list = java.type("java.util.List");
        Map<List<String>, List<String>> byIds =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        groups.forEach((name, ids) ->
                byIds.computeIfAbsent(ids, k -> new ArrayList<>()).add(name));
        java.blank().line("/** " + what + ": the services, none when it is unknown. */");
        java.open("public static " + list + "<String> " + method + "(String name)");
        java.open("return switch (name)");
        byIds.forEach((ids, names) -> {
            String cases =
                    names.stream().map(JavaSource::literal).collect(Collectors.joining(",\n                    "));
            java.line("case " + cases + " -> " + list + ".of(" + SchemaExpressions.literals(ids) + ");");
        });
        java.line("default -> " + list + ".of();");
        java.closeExpression();
        java.close();
    }
}
