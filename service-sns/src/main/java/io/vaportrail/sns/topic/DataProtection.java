package io.vaportrail.sns.topic;

import io.vaportrail.core.json.Json;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data protection policies are checked for their form and kept; no data is inspected.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-policies.html">Data protection policies</a>
 */
final class DataProtection {
    private static final String PARAMETER = "DataProtectionPolicy";
    private static final List<String> NEEDED = List.of("Name", "Version", "Statement");

    private DataProtection() {}

    /** Refuses text that is no such policy; an empty text removes one. */
    static void check(String policy) {
        if (policy.isEmpty()) {
            return;
        }
        if (policy.length() > SnsLimits.DATA_PROTECTION_LENGTH) {
            throw SnsErrors.invalid(PARAMETER, "The policy is longer than " + SnsLimits.DATA_PROTECTION_LENGTH);
        }
        Map<String, @Nullable Object> members = Json.readObject(policy);
        if (members == null) {
            throw SnsErrors.invalid(PARAMETER, "The policy is not a JSON object");
        }
        for (String needed : NEEDED) {
            if (members.get(needed) == null) {
                throw SnsErrors.invalid(PARAMETER, "The policy lacks " + needed);
            }
        }
        if (!(members.get("Statement") instanceof List<?> statements) || statements.isEmpty()) {
            throw SnsErrors.invalid(PARAMETER, "Statement must be a list that is not empty");
        }
    }
}
