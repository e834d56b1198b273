package io.vaportrail.logs.protection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.logs.LogsErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data protection policy: what it finds in a message is shown as asterisks.
 *
 * @param document the text as it was given
 * @param patterns what finds the data
 * @param updatedMillis since when it holds, in milliseconds since 1970; older events stay as they are
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html">Data
 *     protection policies</a>
 */
record ProtectionPolicy(String document, List<Pattern> patterns, long updatedMillis) {
    private static final String ARN = "arn:aws:dataprotection::aws:data-identifier/";
    private static final int CUSTOM_IDENTIFIERS = 10;

    /**
     * Reads a policy.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none, or asks for data that is not known here
     */
    static ProtectionPolicy of(String document, long nowMillis) {
        Map<String, ?> root = Json.readObject(document);
        if (root == null || !(root.get("Statement") instanceof List<?> statements) || statements.size() != 2) {
            throw invalid("a policy has a statement that audits and one that deidentifies");
        }
        Map<String, Pattern> custom = custom(root.get("Configuration"));
        Set<String> audited = identifiers(statements, "Audit");
        Set<String> masked = identifiers(statements, "Deidentify");
        if (!audited.equals(masked)) {
            throw invalid("both statements must have the same data identifiers");
        }
        List<Pattern> patterns = new ArrayList<>();
        for (String identifier : masked) {
            patterns.add(pattern(identifier, custom));
        }
        return new ProtectionPolicy(document, List.copyOf(patterns), nowMillis);
    }

    private static RuntimeException invalid(String why) {
        return LogsErrors.invalid("Invalid data protection policy: " + why + ".");
    }

    private static Set<String> identifiers(List<?> statements, String operation) {
        for (Object statement : statements) {
            if (statement instanceof Map<?, ?> members
                    && members.get("Operation") instanceof Map<?, ?> operations
                    && operations.containsKey(operation)
                    && members.get("DataIdentifier") instanceof List<?> list
                    && !list.isEmpty()) {
                Set<String> names = new LinkedHashSet<>();
                list.forEach(name -> names.add(String.valueOf(name)));
                return names;
            }
        }
        throw invalid("no statement with the operation " + operation + " and data identifiers");
    }

    private static Pattern pattern(String identifier, Map<String, Pattern> custom) {
        Pattern own = custom.get(identifier);
        if (own != null) {
            return own;
        }
        if (!identifier.startsWith(ARN)) {
            throw invalid("no data identifier " + identifier);
        }
        Pattern managed = DataIdentifiers.find(identifier.substring(ARN.length()));
        if (managed == null) {
            throw CommonError.receiver(
                    "NotImplemented", 501, "Vaportrail does not know the data identifier " + identifier + ".");
        }
        return managed;
    }

    private static Map<String, Pattern> custom(@Nullable Object configuration) {
        Map<String, Pattern> custom = new HashMap<>();
        if (configuration instanceof Map<?, ?> members
                && members.get("CustomDataIdentifier") instanceof List<?> identifiers) {
            if (identifiers.size() > CUSTOM_IDENTIFIERS) {
                throw invalid("at most " + CUSTOM_IDENTIFIERS + " custom data identifiers");
            }
            for (Object identifier : identifiers) {
                if (!(identifier instanceof Map<?, ?> one)
                        || !(one.get("Name") instanceof String name)
                        || !(one.get("Regex") instanceof String regex)) {
                    throw invalid("a custom data identifier has a name and a regular expression");
                }
                custom.put(name, compiled(regex));
            }
        }
        return custom;
    }

    private static Pattern compiled(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw invalid("no regular expression: " + regex);
        }
    }

    String masked(String message) {
        String text = message;
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            StringBuilder masked = null;
            int from = 0;
            while (matcher.find(from) && matcher.end() > matcher.start()) {
                masked = masked == null ? new StringBuilder(text) : masked;
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    masked.setCharAt(i, '*');
                }
                from = matcher.end();
                if (from >= text.length()) {
                    break;
                }
            }
            text = masked == null ? text : masked.toString();
        }
        return text;
    }
}
