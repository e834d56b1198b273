package io.vaportrail.core.policy;

import io.vaportrail.core.policy.Condition.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a Condition block. */
final class ConditionParser {
    private static final String IF_EXISTS = "IfExists";
    private static final String FOR_ALL = "ForAllValues:";
    private static final String FOR_ANY = "ForAnyValue:";

    private final boolean variables;

    ConditionParser(boolean variables) {
        this.variables = variables;
    }

    List<Condition> parse(@Nullable Object block) throws PolicySyntaxException {
        List<Condition> conditions = new ArrayList<>();
        if (block == null) {
            return conditions;
        }
        for (Map.Entry<?, ?> entry : object(block).entrySet()) {
            String name = String.valueOf(entry.getKey());
            for (Map.Entry<?, ?> line : object(entry.getValue()).entrySet()) {
                conditions.add(condition(name, String.valueOf(line.getKey()), line.getValue()));
            }
        }
        return conditions;
    }

    private Condition condition(String name, String key, @Nullable Object element) throws PolicySyntaxException {
        Quantifier quantifier = quantifierOf(name);
        String bare = quantifier == Quantifier.SINGLE ? name : name.substring(name.indexOf(':') + 1);
        boolean ifExists =
                bare.regionMatches(true, bare.length() - IF_EXISTS.length(), IF_EXISTS, 0, IF_EXISTS.length());
        ConditionOperator operator =
                ConditionOperator.named(ifExists ? bare.substring(0, bare.length() - IF_EXISTS.length()) : bare);
        if (operator == null || (operator == ConditionOperator.NULL && ifExists)) {
            throw new PolicySyntaxException("Invalid Condition type : " + name + ".");
        }
        if (key.indexOf(':') <= 0) {
            throw new PolicySyntaxException("Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }
        List<ConditionValue> values = new ArrayList<>();
        for (String text : texts(element)) {
            values.add(ConditionValue.of(operator, text, variables));
        }
        return new Condition(operator, quantifier, ifExists, key, List.copyOf(values));
    }

    private static Quantifier quantifierOf(String name) {
        if (name.regionMatches(true, 0, FOR_ALL, 0, FOR_ALL.length())) {
            return Quantifier.FOR_ALL;
        }
        return name.regionMatches(true, 0, FOR_ANY, 0, FOR_ANY.length()) ? Quantifier.FOR_ANY : Quantifier.SINGLE;
    }

    private static Map<?, ?> object(@Nullable Object element) throws PolicySyntaxException {
        if (element instanceof Map<?, ?> members) {
            return members;
        }
        throw new PolicySyntaxException(PolicyParser.SYNTAX);
    }

    /** Numbers and booleans may stand without quotation marks. */
    private static List<String> texts(@Nullable Object element) throws PolicySyntaxException {
        List<?> values = element instanceof List<?> list ? list : element == null ? List.of() : List.of(element);
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new PolicySyntaxException(PolicyParser.SYNTAX);
            }
            texts.add(value.toString());
        }
        return texts;
    }
}
