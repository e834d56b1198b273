package io.vaportrail.core.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 */
public final class Statement {
    private final int index;
    private final @Nullable String sid;
    private final Effect effect;
    private final @Nullable PrincipalElement principals;
    private final Listed<Pattern> actions;
    private final @Nullable Listed<ArnPattern> resources;
    private final List<Condition> conditions;

    /** What a statement does to the requests that it matches. */
    public enum Effect {
        /** Lets them pass. */
        ALLOW,
        /** Refuses them, whatever else allows them. */
        DENY
    }

    /** What an element lists, or everything but that. */
    record Listed<T>(List<T> values, boolean inverted) {}

    Statement(
            int index,
            @Nullable String sid,
            Effect effect,
            @Nullable PrincipalElement principals,
            Listed<Pattern> actions,
            @Nullable Listed<ArnPattern> resources,
            List<Condition> conditions) {
        this.index = index;
        this.sid = sid;
        this.effect = effect;
        this.principals = principals;
        this.actions = actions;
        this.resources = resources;
        this.conditions = List.copyOf(conditions);
    }

    /** Its place in the document, from 0. */
    public int index() {
        return index;
    }

    /** Its name within the document, or {@code null}. */
    public @Nullable String sid() {
        return sid;
    }

    /** What it does. */
    public Effect effect() {
        return effect;
    }

    /** The actions as written, of Action or NotAction. */
    public List<String> actions() {
        return actions.values().stream().map(Pattern::text).toList();
    }

    /** Whether it lists actions, rather than those that are left out (NotAction). */
    public boolean listsActions() {
        return !actions.inverted();
    }

    /** Whether it lists resources, rather than those that are left out (NotResource) or none. */
    public boolean listsResources() {
        return resources != null && !resources.inverted();
    }

    /** The resources as written, of Resource or NotResource; empty in a trust policy. */
    public List<String> resources() {
        return resources == null
                ? List.of()
                : resources.values().stream().map(ArnPattern::text).toList();
    }

    /** The ARNs, account ids, unique ids and {@code *} named as AWS principals; empty where none are named. */
    public List<String> awsPrincipals() {
        return principals == null ? List.of() : principals.aws();
    }

    @Nullable PrincipalElement principals() {
        return principals;
    }

    /** Whether action and resource are those of the statement; principals and conditions aside. */
    public boolean covers(AccessRequest request) {
        return matchesAction(request) && matchesResource(request);
    }

    /** The condition keys and variables that decide, as first written, in that order. */
    public List<String> contextKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (resources != null) {
            resources.values().forEach(resource -> addAll(keys, resource.variableNames()));
        }
        for (Condition condition : conditions) {
            addAll(keys, List.of(condition.key()));
            condition.values().forEach(value -> addAll(keys, value.variableNames()));
        }
        return List.copyOf(keys.values());
    }

    static void addAll(Map<String, String> keys, List<String> names) {
        for (String name : names) {
            keys.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        }
    }

    /** Whether action, resource and conditions are those of the statement; principals aside. */
    boolean matches(AccessRequest request) {
        return matchesAction(request) && matchesResource(request) && conditionsHold(request.context());
    }

    private boolean matchesAction(AccessRequest request) {
        for (Pattern action : actions.values()) {
            if (action.matches(request.action(), true, request.context())) {
                return !actions.inverted();
            }
        }
        return actions.inverted();
    }

    private boolean matchesResource(AccessRequest request) {
        if (resources == null) {
            return true;
        }
        for (ArnPattern resource : resources.values()) {
            if (resource.matches(request.resource(), request.context())) {
                return !resources.inverted();
            }
        }
        return resources.inverted();
    }

    private boolean conditionsHold(RequestContext context) {
        for (Condition condition : conditions) {
            if (!condition.holds(context)) {
                return false;
            }
        }
        return true;
    }
}
