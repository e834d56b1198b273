package io.vaportrail.logs.protection;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.protection.DataIdentifier;
import io.vaportrail.core.protection.DataIdentifierException;
import io.vaportrail.core.protection.DataIdentifiers;
import io.vaportrail.core.protection.Detection;
import io.vaportrail.core.protection.Detections;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.logs.LogsErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data protection policy: what it finds in a message is shown as asterisks, and reported.
 *
 * @param document the text as it was given
 * @param identifiers what finds the data
 * @param findingsGroup the name of the log group that reports go to, or {@code null}
 * @param updatedMillis since when it holds, in milliseconds since 1970; older events stay as they are
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html">Data
 *     protection policies</a>
 */
record ProtectionPolicy(
        String document,
        List<DataIdentifier> identifiers,
        @Nullable String findingsGroup,
        long updatedMillis) {
    private static final String AUDIT = "Audit";
    private static final String DEIDENTIFY = "Deidentify";
    private static final String VERSION = "2021-06-01";
    private static final int LONGEST = 30_720;

    /**
     * Reads a policy.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none, or asks for data or destinations that are not known here
     */
    static ProtectionPolicy of(String document, long nowMillis) {
        Map<String, ?> root = document.length() > LONGEST ? null : Json.readObject(document);
        if (root == null || !(root.get("Statement") instanceof List<?> statements) || statements.size() != 2) {
            throw invalid("a policy has a statement that audits and one that deidentifies");
        }
        if (root.containsKey("Version") && !VERSION.equals(root.get("Version"))) {
            throw invalid("the Version is " + VERSION);
        }
        Map<?, ?> audit = statement(statements, AUDIT);
        Map<?, ?> mask = statement(statements, DEIDENTIFY);
        Set<String> masked = identifiers(mask);
        if (!identifiers(audit).equals(masked)) {
            throw invalid("both statements must have the same data identifiers");
        }
        if (!(member(mask, DEIDENTIFY, "MaskConfig") instanceof Map<?, ?> config) || !config.isEmpty()) {
            throw invalid("Deidentify must have a MaskConfig, which must be empty");
        }
        return new ProtectionPolicy(document, known(root, masked), findingsGroup(audit), nowMillis);
    }

    private static List<DataIdentifier> known(Map<String, ?> root, Set<String> names) {
        List<DataIdentifier> identifiers = new ArrayList<>();
        try {
            DataIdentifiers known = DataIdentifiers.of(root.get("Configuration"));
            for (String identifier : names) {
                identifiers.add(known.find(identifier));
            }
        } catch (DataIdentifierException e) {
            throw e.isKnownToAws()
                    ? CommonError.receiver("NotImplemented", 501, String.valueOf(e.getMessage()))
                    : invalid(String.valueOf(e.getMessage()));
        }
        return List.copyOf(identifiers);
    }

    private static RuntimeException invalid(String why) {
        return LogsErrors.invalid("Invalid data protection policy: " + why + ".");
    }

    private static Map<?, ?> statement(List<?> statements, String operation) {
        for (Object statement : statements) {
            if (statement instanceof Map<?, ?> members
                    && members.get("Operation") instanceof Map<?, ?> operations
                    && operations.get(operation) instanceof Map<?, ?>) {
                return members;
            }
        }
        throw invalid("no statement with the operation " + operation);
    }

    private static @Nullable Object member(Map<?, ?> statement, String operation, String name) {
        return statement.get("Operation") instanceof Map<?, ?> operations
                        && operations.get(operation) instanceof Map<?, ?> members
                ? members.get(name)
                : null;
    }

    private static Set<String> identifiers(Map<?, ?> statement) {
        if (!(statement.get("DataIdentifier") instanceof List<?> list) || list.isEmpty()) {
            throw invalid("a statement must have data identifiers");
        }
        Set<String> names = new LinkedHashSet<>();
        list.forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    private static @Nullable String findingsGroup(Map<?, ?> audit) {
        if (!(member(audit, AUDIT, "FindingsDestination") instanceof Map<?, ?> destinations)) {
            throw invalid("Audit must have a FindingsDestination");
        }
        for (Object name : destinations.keySet()) {
            if (name.equals("S3") || name.equals("Firehose")) {
                throw CommonError.receiver(
                        "NotImplemented",
                        501,
                        "Vaportrail does not send audit findings of log groups to " + name + ".");
            }
            if (!name.equals("CloudWatchLogs")) {
                throw invalid("there is no destination " + name);
            }
        }
        Object logs = destinations.get("CloudWatchLogs");
        if (logs == null) {
            return null;
        }
        if (logs instanceof Map<?, ?> members && members.get("LogGroup") instanceof String group) {
            return group;
        }
        throw invalid("CloudWatchLogs must have a LogGroup");
    }

    String masked(String message) {
        List<Detection> found = new ArrayList<>();
        for (DataIdentifier identifier : identifiers) {
            found.addAll(identifier.find(message));
        }
        return Detections.masked(message, found, '*');
    }

    /** Where the data is, by the name of what finds it; empty when there is none. */
    Map<String, List<Detection>> findings(String message) {
        Map<String, List<Detection>> findings = new LinkedHashMap<>();
        for (DataIdentifier identifier : identifiers) {
            List<Detection> found = identifier.find(message);
            if (!found.isEmpty()) {
                findings.put(identifier.name(), found);
            }
        }
        return findings;
    }
}
