package io.vaportrail.conformance.answers;

import io.vaportrail.conformance.smithy.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * awsQuery of one API, spoken without an SDK: a form, and XML.
 *
 * @param version of the API
 * @param namespace of its answers
 */
record QueryForm(String version, String namespace) {
    /** What is posted. */
    Map<String, String> fields(String operation, Map<String, @Nullable Object> parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", operation);
        form.put("Version", version);
        parameters.forEach((name, value) -> flatten(name, value, form));
        return form;
    }

    /** The members of the answer, or of the error. */
    Object read(String operation, String body) {
        XmlTree document = XmlTree.of(body);
        if (!document.attributes().containsValue(namespace)) {
            throw new AssertionError("xmlns: " + document.attributes() + " (expected: " + namespace + ")");
        }
        if (document.name().equals("ErrorResponse")) {
            return child(document, "Error");
        }
        return document.hasChild(operation + "Result") ? child(document, operation + "Result") : Map.of();
    }

    private static void flatten(String name, @Nullable Object value, Map<String, String> form) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((member, inner) -> flatten(name + "." + member, inner, form));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(name + ".member." + (i + 1), list.get(i), form);
            }
        } else {
            form.put(name, String.valueOf(value));
        }
    }

    private static Object child(XmlTree parent, String name) {
        return parent.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .map(QueryForm::tree)
                .orElseThrow();
    }

    private static Object tree(XmlTree element) {
        if (element.children().isEmpty()) {
            return element.text();
        }
        if (element.hasChild("member")) {
            return new ArrayList<>(
                    element.children().stream().map(QueryForm::tree).toList());
        }
        Map<String, Object> members = new LinkedHashMap<>();
        element.children().forEach(child -> members.put(child.name(), tree(child)));
        return members;
    }
}
