package io.vaportrail.logs.policy;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.logs.LogsErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of policies. */
final class PolicyTexts {
    private static final String VERSION = "Version";
    private static final String STATEMENT = "Statement";

    private PolicyTexts() {}

    /**
     * Refuses what is no policy. A resource that is no ARN is taken, as AWS takes it; it never matches.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none
     */
    static void check(String text) {
        try {
            PolicyDocument.parse(text, PolicyKind.RESOURCE);
        } catch (PolicySyntaxException e) {
            if (String.valueOf(e.getMessage()).contains("must be in ARN format")) {
                return;
            }
            throw LogsErrors.invalid("Invalid policy document: " + e.getMessage());
        }
    }

    /** As AWS describes it: with a version, and lists of one element as that element. */
    static String described(String text) {
        Map<String, @Nullable Object> policy = Json.readObject(text);
        if (policy == null) {
            throw new IllegalStateException("policy: " + text + " (expected: one that was checked)");
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put(VERSION, policy.getOrDefault(VERSION, "2008-10-17"));
        policy.forEach((name, value) -> shown.put(name, name.equals(STATEMENT) ? statements(value) : value));
        return Json.write(shown);
    }

    private static @Nullable Object statements(@Nullable Object value) {
        List<@Nullable Object> statements = new ArrayList<>();
        for (Object statement : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
            statements.add(collapsed(statement));
        }
        return value instanceof List<?> ? statements : value;
    }

    private static @Nullable Object collapsed(@Nullable Object value) {
        if (value instanceof List<?> list && list.size() == 1) {
            return list.get(0);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), collapsed(member)));
            return members;
        }
        return value;
    }

    /** One policy with the statements of all. */
    static @Nullable String joined(Collection<ResourcePolicy> policies) {
        if (policies.isEmpty()) {
            return null;
        }
        List<@Nullable Object> statements = new ArrayList<>();
        for (ResourcePolicy policy : policies) {
            Map<String, @Nullable Object> members = Json.readObject(policy.document());
            Object own = members == null ? null : members.get(STATEMENT);
            if (own instanceof List<?> list) {
                statements.addAll(list);
            } else {
                statements.add(own);
            }
        }
        List<@Nullable Object> effective = effective(statements);
        return effective.isEmpty() ? null : Json.write(Map.of(VERSION, "2012-10-17", STATEMENT, effective));
    }

    /** What can match. Ids of statements are left out: they are unique in a policy, not among policies. */
    private static List<@Nullable Object> effective(List<@Nullable Object> statements) {
        List<@Nullable Object> effective = new ArrayList<>();
        for (Object statement : statements) {
            if (statement instanceof Map<?, ?> map) {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
                copy.remove("Sid");
                if (isWhole(copy)) {
                    effective.add(copy);
                }
            }
        }
        return effective;
    }

    private static boolean isWhole(Object statement) {
        String alone = Json.write(Map.of(VERSION, "2012-10-17", STATEMENT, List.of(statement)));
        try {
            PolicyDocument.parse(alone, PolicyKind.RESOURCE);
            return true;
        } catch (PolicySyntaxException e) {
            return false;
        }
    }
}
