package io.vaportrail.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One policy, parsed. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy
 *     language</a>
 */
public final class PolicyDocument {
    private final String text;
    private final PolicyKind kind;
    private final @Nullable String id;
    private final List<Statement> statements;

    PolicyDocument(String text, PolicyKind kind, @Nullable String id, List<Statement> statements) {
        this.text = text;
        this.kind = kind;
        this.id = id;
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads a policy.
     *
     * @param json as the caller gave it
     * @param kind which elements it must and must not have
     * @throws PolicySyntaxException in AWS's words
     */
    public static PolicyDocument parse(String json, PolicyKind kind) throws PolicySyntaxException {
        return new PolicyParser(kind).parse(json);
    }

    /** The policy as it was given. */
    public String text() {
        return text;
    }

    /** What it is attached to. */
    public PolicyKind kind() {
        return kind;
    }

    /** Its Id element, or {@code null}. */
    public @Nullable String id() {
        return id;
    }

    /** Its statements in the order written. */
    public List<Statement> statements() {
        return statements;
    }

    /** The condition keys and variables that decide, as first written, in that order. */
    public List<String> contextKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Statement statement : statements) {
            Statement.Listed<ArnPattern> resources = statement.resourceElement();
            if (resources != null) {
                resources.values().forEach(resource -> addAll(keys, resource.variableNames()));
            }
            for (Condition condition : statement.conditions()) {
                addAll(keys, List.of(condition.key()));
                condition.values().forEach(value -> addAll(keys, value.variableNames()));
            }
        }
        return new ArrayList<>(keys.values());
    }

    private static void addAll(Map<String, String> keys, List<String> names) {
        for (String name : names) {
            keys.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        }
    }
}
