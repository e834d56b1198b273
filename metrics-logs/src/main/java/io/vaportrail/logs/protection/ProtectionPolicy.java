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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A data protection policy: what it finds in a message is shown as asterisks.
 *
 * @param document the text as it was given
 * @param identifiers what finds the data
 * @param updatedMillis since when it holds, in milliseconds since 1970; older events stay as they are
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html">Data
 *     protection policies</a>
 */
record ProtectionPolicy(String document, List<DataIdentifier> identifiers, long updatedMillis) {
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
        Set<String> audited = identifiers(statements, "Audit");
        Set<String> masked = identifiers(statements, "Deidentify");
        if (!audited.equals(masked)) {
            throw invalid("both statements must have the same data identifiers");
        }
        List<DataIdentifier> identifiers = new ArrayList<>();
        try {
            DataIdentifiers known = DataIdentifiers.of(root.get("Configuration"));
            for (String identifier : masked) {
                identifiers.add(known.find(identifier));
            }
        } catch (DataIdentifierException e) {
            throw e.isKnownToAws()
                    ? CommonError.receiver("NotImplemented", 501, String.valueOf(e.getMessage()))
                    : invalid(String.valueOf(e.getMessage()));
        }
        return new ProtectionPolicy(document, List.copyOf(identifiers), nowMillis);
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

    String masked(String message) {
        List<Detection> found = new ArrayList<>();
        for (DataIdentifier identifier : identifiers) {
            found.addAll(identifier.find(message));
        }
        return Detections.masked(message, found, '*');
    }
}
