package io.vaportrail.core.policy;

import io.vaportrail.core.policy.Statement.Effect;
import io.vaportrail.core.policy.Statement.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one statement. */
final class StatementParser {
    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final String VENDORLESS =
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";

    private final PolicyKind kind;
    private final boolean variables;
    private final Map<?, ?> members;

    /**
     * A parser.
     *
     * @param variables whether the version of the policy knows policy variables
     */
    StatementParser(PolicyKind kind, boolean variables, Map<?, ?> members) {
        this.kind = kind;
        this.variables = variables;
        this.members = members;
    }

    Statement parse(int index) throws PolicySyntaxException {
        for (Object element : members.keySet()) {
            if (!ELEMENTS.contains(element)) {
                throw new PolicySyntaxException("Unknown field " + element);
            }
        }
        return new Statement(
                index,
                sid(),
                effect(),
                principals(),
                actions(),
                resources(),
                new ConditionParser(variables).parse(members.get("Condition")));
    }

    private @Nullable String sid() throws PolicySyntaxException {
        Object sid = members.get("Sid");
        if (sid == null) {
            return null;
        }
        if (!(sid instanceof String text)) {
            throw new PolicySyntaxException(PolicyParser.SYNTAX);
        }
        if (kind != PolicyKind.RESOURCE && !text.chars().allMatch(StatementParser::isAlphanumeric)) {
            throw new PolicySyntaxException("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies"
                    + " the regular expression [0-9A-Za-z]*");
        }
        return text;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private Effect effect() throws PolicySyntaxException {
        Object effect = members.get("Effect");
        if ("Allow".equals(effect)) {
            return Effect.ALLOW;
        }
        if ("Deny".equals(effect)) {
            return Effect.DENY;
        }
        throw new PolicySyntaxException(effect == null ? "Missing required field Effect" : PolicyParser.SYNTAX);
    }

    private @Nullable PrincipalElement principals() throws PolicySyntaxException {
        Object listed = oneOf("Principal", "NotPrincipal");
        if (!kind.namesPrincipals()) {
            if (listed != null) {
                throw new PolicySyntaxException("Policy document should not specify a principal.");
            }
            return null;
        }
        if (listed == null) {
            throw new PolicySyntaxException("Missing required field Principal");
        }
        return new PrincipalParser(kind).parse(listed, members.containsKey("NotPrincipal"));
    }

    private Listed<Pattern> actions() throws PolicySyntaxException {
        Object listed = oneOf("Action", "NotAction");
        List<String> texts = listed == null ? List.of() : texts(listed);
        if (texts.isEmpty()) {
            throw new PolicySyntaxException("Policy statement must contain actions.");
        }
        List<Pattern> actions = new ArrayList<>(texts.size());
        for (String text : texts) {
            checkAction(text);
            actions.add(Pattern.of(text, false, true));
        }
        return new Listed<>(List.copyOf(actions), members.containsKey("NotAction"));
    }

    private void checkAction(String action) throws PolicySyntaxException {
        if (kind == PolicyKind.TRUST && !isTrustAction(action.toLowerCase(Locale.ROOT))) {
            throw new PolicySyntaxException("AssumeRole policy may only specify STS AssumeRole actions.");
        }
        if (action.equals("*")) {
            return;
        }
        int colon = action.indexOf(':');
        if (colon <= 0) {
            throw new PolicySyntaxException(VENDORLESS);
        }
        if (action.indexOf(':', colon + 1) >= 0) {
            throw new PolicySyntaxException("Actions/Condition can contain only one colon.");
        }
        String vendor = action.substring(0, colon);
        if (!vendor.chars().allMatch(c -> isAlphanumeric(c) || c == '-')) {
            throw new PolicySyntaxException("Vendor " + vendor + " is not valid");
        }
    }

    private static boolean isTrustAction(String action) {
        return action.startsWith("sts:assumerole")
                || action.equals("sts:tagsession")
                || action.equals("sts:setsourceidentity")
                || action.equals("sts:setcontext")
                || action.equals("sts:*");
    }

    private @Nullable Listed<ArnPattern> resources() throws PolicySyntaxException {
        Object listed = oneOf("Resource", "NotResource");
        if (!kind.namesResources()) {
            if (listed != null) {
                throw new PolicySyntaxException(
                        "Has prohibited field " + (members.containsKey("Resource") ? "Resource" : "NotResource"));
            }
            return null;
        }
        List<String> texts = listed == null ? List.of() : texts(listed);
        if (texts.isEmpty()) {
            throw new PolicySyntaxException(
                    kind == PolicyKind.RESOURCE
                            ? "Missing required field Resource"
                            : "Policy statement must contain resources.");
        }
        List<ArnPattern> resources = new ArrayList<>(texts.size());
        for (String text : texts) {
            checkResource(text);
            resources.add(ArnPattern.of(text, variables));
        }
        return new Listed<>(List.copyOf(resources), members.containsKey("NotResource"));
    }

    private static void checkResource(String resource) throws PolicySyntaxException {
        if (resource.equals("*") || resource.startsWith("${")) {
            return;
        }
        String[] parts = resource.split(":", 3);
        if (!parts[0].equals("arn") || parts.length < 2) {
            throw new PolicySyntaxException("Resource " + resource + " must be in ARN format or \"*\".");
        }
        String partition = parts[1];
        if (!partition.equals("*") && !partition.equals("aws") && !partition.startsWith("aws-")) {
            throw new PolicySyntaxException(
                    "Partition \"" + partition + "\" is not valid for resource \"" + resource + "\".");
        }
        if (parts.length < 3 || parts[2].isEmpty() || parts[2].startsWith(":")) {
            throw new PolicySyntaxException("The policy failed legacy parsing");
        }
    }

    /** The one of two elements that is there, or {@code null}; both exclude each other. */
    private @Nullable Object oneOf(String element, String inverted) throws PolicySyntaxException {
        boolean has = members.containsKey(element);
        if (has && members.containsKey(inverted)) {
            throw new PolicySyntaxException(PolicyParser.SYNTAX);
        }
        return members.get(has ? element : inverted);
    }

    private static List<String> texts(Object element) throws PolicySyntaxException {
        List<?> values = element instanceof List<?> list ? list : List.of(element);
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!(value instanceof String text)) {
                throw new PolicySyntaxException(PolicyParser.SYNTAX);
            }
            texts.add(text);
        }
        return texts;
    }
}
