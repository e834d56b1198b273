package io.vaportrail.core.policy;

import io.vaportrail.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a resource's policy, to be changed statement by statement: AddPermission and RemovePermission know statements by
 * their label, which is the {@code Sid}. What else stands in the policy stays as it is.
 */
public final class EditablePolicy {
    private static final String STATEMENT = "Statement";

    private final Map<String, @Nullable Object> members;
    private final List<@Nullable Object> statements = new ArrayList<>();

    /** The policy of these members. */
    public EditablePolicy(Map<String, @Nullable Object> members) {
        this.members = new LinkedHashMap<>(members);
        Object found = members.get(STATEMENT);
        if (found instanceof List<?> list) {
            statements.addAll(list);
        } else if (found != null) {
            statements.add(found);
        }
        this.members.put(STATEMENT, statements);
    }

    /** Whether a statement has the label. */
    public boolean has(String label) {
        return statements.stream().anyMatch(statement -> isLabelled(statement, label));
    }

    /** How many statements there are. */
    public int size() {
        return statements.size();
    }

    /**
     * Adds a statement that allows the roots of accounts something.
     *
     * @param actions with the prefix of their service, for example {@code SQS:SendMessage}
     * @param resource the ARN of whose policy it is
     */
    public void allow(String label, List<String> accountIds, List<String> actions, String resource) {
        String partition = resource.split(":", 3)[1];
        List<String> principals = accountIds.stream()
                .map(account -> "arn:" + partition + ":iam::" + account + ":root")
                .toList();
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", label);
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("AWS", oneOrAll(principals)));
        statement.put("Action", oneOrAll(actions));
        statement.put("Resource", resource);
        statements.add(statement);
    }

    /** Removes the statements with the label. */
    public void remove(String label) {
        statements.removeIf(statement -> isLabelled(statement, label));
    }

    /** The text. */
    public String toJson() {
        return Json.write(members);
    }

    private static boolean isLabelled(@Nullable Object statement, String label) {
        return statement instanceof Map<?, ?> map && label.equals(map.get("Sid"));
    }

    private static Object oneOrAll(List<String> values) {
        return values.size() == 1 ? values.get(0) : values;
    }
}
