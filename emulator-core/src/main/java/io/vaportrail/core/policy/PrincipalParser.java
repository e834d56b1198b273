package io.vaportrail.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a Principal or NotPrincipal element. Whether somebody of that name exists is for the one who keeps the policy to check.
 */
final class PrincipalParser {
    private static final int ACCOUNT_DIGITS = 12;

    private final PolicyKind kind;

    PrincipalParser(PolicyKind kind) {
        this.kind = kind;
    }

    PrincipalElement parse(Object element, boolean inverted) throws PolicySyntaxException {
        if (element instanceof String text) {
            if (!text.equals("*")) {
                throw invalid("AWS", text);
            }
            return new PrincipalElement(true, List.of(), List.of(), List.of(), List.of(), inverted);
        }
        if (!(element instanceof Map<?, ?> types) || types.isEmpty()) {
            throw new PolicySyntaxException(PolicyParser.SYNTAX);
        }
        List<String> aws = new ArrayList<>();
        List<String> services = new ArrayList<>();
        List<String> federated = new ArrayList<>();
        List<String> canonicalUsers = new ArrayList<>();
        for (Map.Entry<?, ?> entry : types.entrySet()) {
            String type = String.valueOf(entry.getKey());
            List<String> values = values(type, entry.getValue());
            switch (type) {
                case "AWS" -> aws.addAll(values);
                case "Service" -> services.addAll(values);
                case "Federated" -> federated.addAll(values);
                case "CanonicalUser" -> canonicalUsers.addAll(values);
                default -> throw invalid(type, values.get(0));
            }
        }
        return new PrincipalElement(
                false,
                List.copyOf(aws),
                List.copyOf(services),
                List.copyOf(federated),
                List.copyOf(canonicalUsers),
                inverted);
    }

    private List<String> values(String type, Object element) throws PolicySyntaxException {
        List<?> values = element instanceof List<?> list ? list : element == null ? List.of() : List.of(element);
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            String text = value instanceof Number ? value.toString() : value instanceof String string ? string : "";
            if (!isWellFormed(type, text)) {
                throw invalid(type, text);
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            throw new PolicySyntaxException(PolicyParser.SYNTAX);
        }
        return texts;
    }

    private static boolean isWellFormed(String type, String value) {
        return switch (type) {
            case "AWS" -> value.equals("*") || isAccount(value) || isUniqueId(value) || isIdentityArn(value);
            case "Service" -> value.indexOf('.') > 0 && value.indexOf('*') < 0;
            default -> !value.isEmpty();
        };
    }

    private static boolean isAccount(String value) {
        return value.length() == ACCOUNT_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** What is left of a user or role that was deleted. */
    private static boolean isUniqueId(String value) {
        return (value.startsWith("AIDA") || value.startsWith("AROA"))
                && value.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }

    private static boolean isIdentityArn(String value) {
        String[] parts = value.split(":", 6);
        return parts.length == 6
                && parts[0].equals("arn")
                && parts[1].startsWith("aws")
                && (parts[2].equals("iam") || parts[2].equals("sts"))
                && parts[3].isEmpty()
                && isAccount(parts[4])
                && !parts[5].isEmpty()
                && parts[5].indexOf('*') < 0;
    }

    /** IAM names type and value, the other services do not. */
    private PolicySyntaxException invalid(String type, String value) {
        String message = "Invalid principal in policy";
        String detail = ": \"" + type.toUpperCase(Locale.ROOT) + "\":\"" + value + "\"";
        return new PolicySyntaxException(kind == PolicyKind.TRUST ? message + detail : message);
    }
}
