package io.vaportrail.core.policy;

import io.vaportrail.core.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy of one kind: the document around the statements. */
final class PolicyParser {
    static final String SYNTAX = "Syntax errors in policy.";
    private static final String CURRENT_VERSION = "2012-10-17";
    private static final String FIRST_VERSION = "2008-10-17";
    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

    private final PolicyKind kind;

    PolicyParser(PolicyKind kind) {
        this.kind = kind;
    }

    PolicyDocument parse(String json) throws PolicySyntaxException {
        Map<String, @Nullable Object> document = Json.readObject(json);
        if (document == null) {
            throw new PolicySyntaxException(kind == PolicyKind.TRUST ? "This policy contains invalid Json" : SYNTAX);
        }
        for (String element : document.keySet()) {
            if (!ELEMENTS.contains(element)) {
                throw new PolicySyntaxException("Unknown field " + element);
            }
        }
        Object id = document.get("Id");
        if (id != null && !(id instanceof String)) {
            throw new PolicySyntaxException(SYNTAX);
        }
        boolean current = isCurrent(document.get("Version"));
        return new PolicyDocument(json, kind, (String) id, statements(document.get("Statement"), current));
    }

    /** Variables mean something since version 2012-10-17; a policy that names no version is of the first. */
    private boolean isCurrent(@Nullable Object version) throws PolicySyntaxException {
        boolean current = CURRENT_VERSION.equals(version);
        if (!current && kind == PolicyKind.MANAGED) {
            throw new PolicySyntaxException("Policy document must be version 2012-10-17 or greater.");
        }
        if (!current && version != null && !FIRST_VERSION.equals(version)) {
            throw new PolicySyntaxException(SYNTAX);
        }
        return current;
    }

    private List<Statement> statements(@Nullable Object element, boolean variables) throws PolicySyntaxException {
        List<?> sources = element instanceof List<?> list ? list : element == null ? List.of() : List.of(element);
        // Resources may carry a policy that says nothing, identities may not.
        if (sources.isEmpty() && (element == null || kind != PolicyKind.RESOURCE)) {
            throw new PolicySyntaxException(SYNTAX);
        }
        List<Statement> statements = new ArrayList<>(sources.size());
        Set<String> sids = new HashSet<>();
        for (Object source : sources) {
            if (!(source instanceof Map<?, ?> members)) {
                throw new PolicySyntaxException(SYNTAX);
            }
            Statement statement = new StatementParser(kind, variables, members).parse(statements.size());
            String sid = statement.sid();
            if (sid != null && !sid.isEmpty() && !sids.add(sid)) {
                throw new PolicySyntaxException("Statement IDs (SID) in a single policy must be unique.");
            }
            statements.add(statement);
        }
        return statements;
    }
}
