package io.vaportrail.codegen;

import static io.vaportrail.codegen.ApiReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which permissions operations need and which resources their records name. */
final class AccessReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern ACTION =
            Pattern.compile("([a-z0-9-]+:[A-Za-z0-9]+)(?: if (!?[\\w.]+(?: and !?[\\w.]+)*))?");

    private final String id;
    private final JsonNode model;
    private final JsonNode shapes;

    AccessReader(String id, JsonNode model) {
        this.id = id;
        this.model = model;
        this.shapes = model.path("shapes");
    }

    /** The permissions that a call needs. */
    List<Api.Access> accesses(String operation, JsonNode facts) {
        List<Api.Access> accesses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : facts.path("access").properties()) {
            Matcher action = ACTION.matcher(entry.getKey());
            if (!action.matches()) {
                throw new ModelException(
                        where(operation) + "access: " + entry.getKey()
                                + " (expected: SERVICE:ACTION, SERVICE:ACTION if MEMBER, or the same with more members after \"and\")");
            }
            String condition = action.group(2) == null ? "" : action.group(2);
            for (String member : condition.isEmpty() ? List.<String>of() : List.of(condition.split(" and "))) {
                checkPath(operation, facts, member.startsWith("!") ? member.substring(1) : member);
            }
            accesses.add(new Api.Access(action.group(1), condition, resources(operation, facts, entry.getValue())));
        }
        return accesses;
    }

    /** The resources that CloudTrail's record names. */
    List<Api.Resource> recordedResources(String operation, JsonNode facts) {
        return resources(operation, facts, facts.path("resources"));
    }

    private List<Api.Resource> resources(String operation, JsonNode facts, JsonNode references) {
        List<Api.Resource> resources = new ArrayList<>();
        for (JsonNode reference : references) {
            resources.add(resource(operation, facts, List.of(reference.asText().split(" "))));
        }
        return resources;
    }

    private Api.Resource resource(String operation, JsonNode facts, List<String> words) {
        JsonNode kind = model.path("arns").path(words.get(0));
        String arn = text(kind, "arn");
        if (arn == null) {
            throw new ModelException(
                    where(operation) + "resource: " + words.get(0) + " (expected: one that the overlay's arns state)");
        }
        List<String> members = words.subList(1, words.size());
        members.forEach(member -> checkMember(operation, facts, member));
        long variables = VARIABLE.matcher(arn)
                .results()
                .filter(variable -> !variable.group(1).equals("Region")
                        && !variable.group(1).equals("Account"))
                .count();
        long fills = members.stream().filter(member -> !member.startsWith("@")).count();
        if (variables != fills) {
            throw new ModelException(where(operation) + "resource " + words.get(0) + ": " + fills
                    + " members (expected: one for each variable of " + arn + ")");
        }
        String type = text(kind, "type");
        return new Api.Resource(type == null ? "" : type, arn, members);
    }

    private void checkMember(String operation, JsonNode facts, String member) {
        String paths = member.startsWith("@") ? member.substring(1) : member.split("=", 2)[0];
        for (String path : paths.split("\\+")) {
            checkPath(operation, facts, path);
        }
    }

    private void checkPath(String operation, JsonNode facts, String path) {
        String shape = text(facts.path("input"), "shape");
        for (String name : path.split("\\.")) {
            shape = shape == null ? null : memberShape(shape, name);
        }
        if (shape == null) {
            throw new ModelException(where(operation) + path + " (expected: members of the input)");
        }
    }

    /** The shape of a member; elements of lists and values of maps have no name in a path. */
    private @Nullable String memberShape(String structure, String name) {
        String shape = text(shapes.path(structure).path("members").path(name), "shape");
        while (shape != null) {
            JsonNode facts = shapes.path(shape);
            String inner =
                    switch (facts.path("type").asText()) {
                        case "list" -> text(facts.path("member"), "shape");
                        case "map" -> text(facts.path("value"), "shape");
                        default -> null;
                    };
            if (inner == null) {
                return shape;
            }
            shape = inner;
        }
        return null;
    }

    private String where(String operation) {
        return id + "." + operation + ", ";
    }
}
