package io.vaportrail.events.bus;

import io.vaportrail.core.json.Json;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.model.events.Condition;
import io.vaportrail.model.events.PutPermissionRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policy of an event bus, to be changed statement by statement. Immutable. */
final class BusPolicy {
    private static final String STATEMENT = "Statement";
    private static final String SID = "Sid";

    private final Map<String, @Nullable Object> members;
    private final List<@Nullable Object> statements;

    private BusPolicy(Map<String, @Nullable Object> members, List<@Nullable Object> statements) {
        this.members = members;
        this.statements = statements;
    }

    /** A statement with its id. */
    record Grant(String id, Map<String, @Nullable Object> statement) {}

    static BusPolicy of(@Nullable String policy) {
        Map<String, @Nullable Object> members = policy == null ? null : Json.readObject(policy);
        if (members == null) {
            members = new LinkedHashMap<>();
            members.put("Version", "2012-10-17");
        }
        Object found = members.get(STATEMENT);
        List<@Nullable Object> statements = new ArrayList<>();
        if (found instanceof List<?> list) {
            statements.addAll(list);
        } else if (found != null) {
            statements.add(found);
        }
        return new BusPolicy(members, statements);
    }

    /** The statement that PutPermission describes. */
    static Grant grant(EventsArn bus, PutPermissionRequest input) {
        String id = required("StatementId", input.statementId());
        String principal = required("Principal", input.principal());
        Map<String, @Nullable Object> statement = new LinkedHashMap<>();
        statement.put(SID, id);
        statement.put("Effect", "Allow");
        statement.put(
                "Principal",
                principal.equals("*")
                        ? principal
                        : Map.of("AWS", "arn:" + bus.partition() + ":iam::" + principal + ":root"));
        statement.put("Action", required("Action", input.action()));
        statement.put("Resource", bus.toString());
        Condition condition = input.condition();
        if (condition != null) {
            statement.put("Condition", Map.of(condition.type(), Map.of(condition.key(), condition.value())));
        }
        return new Grant(id, statement);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null) {
            throw EventsErrors.validation("Parameter " + name + " must be specified.");
        }
        return value;
    }

    /** The same with a statement added, in the place of the one with its id if there is one. */
    BusPolicy with(Grant grant) {
        List<@Nullable Object> changed = new ArrayList<>(statements);
        changed.removeIf(statement -> is(grant.id(), statement));
        changed.add(grant.statement());
        return new BusPolicy(members, changed);
    }

    /** The same without a statement, which must be there. */
    BusPolicy without(String id) {
        List<@Nullable Object> left = new ArrayList<>(statements);
        if (!left.removeIf(statement -> is(id, statement))) {
            throw EventsErrors.statementNotFound();
        }
        return new BusPolicy(members, left);
    }

    private static boolean is(String id, @Nullable Object statement) {
        return statement instanceof Map<?, ?> parts && Objects.equals(parts.get(SID), id);
    }

    /** Its text, or {@code null} when it has no statements. */
    @Nullable String text() {
        if (statements.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(members);
        all.put(STATEMENT, statements);
        return Json.write(all);
    }
}
