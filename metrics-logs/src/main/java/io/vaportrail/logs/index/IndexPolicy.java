package io.vaportrail.logs.index;

import io.vaportrail.core.json.Json;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.model.logs.IndexType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which fields are indexed.
 *
 * @param name of an account's policy, {@code null} for a log group's
 * @param document as it was given
 * @param types {@code FIELD_INDEX} or {@code FACET} by field
 * @param sinceMillis by field, from when on events are indexed, in milliseconds since 1970
 * @param updatedMillis when it was given, in milliseconds since 1970
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutIndexPolicy.html">PutIndexPolicy</a>
 */
record IndexPolicy(
        @Nullable String name,
        String document,
        Map<String, String> types,
        Map<String, Long> sinceMillis,
        long updatedMillis) {

    /**
     * Reads a policy. Fields that the one before has stay indexed from when they were.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none
     */
    static IndexPolicy of(@Nullable String name, String document, @Nullable IndexPolicy before, long nowMillis) {
        Map<String, String> types = types(document);
        if (types.isEmpty() || types.size() > LogsLimits.INDEXED_FIELDS) {
            throw LogsErrors.invalid(
                    "A field index policy must have from 1 to " + LogsLimits.INDEXED_FIELDS + " fields.");
        }
        Map<String, Long> since = new LinkedHashMap<>();
        for (String field : types.keySet()) {
            Long known = before == null ? null : before.sinceMillis.get(field);
            since.put(field, known == null ? Long.valueOf(nowMillis) : known);
        }
        return new IndexPolicy(name, document, types, since, nowMillis);
    }

    private static Map<String, String> types(String document) {
        Map<String, @Nullable Object> members = Json.readObject(document);
        if (members == null) {
            throw LogsErrors.invalid("The policy document must be a JSON object.");
        }
        Map<String, String> types = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
            if (member.getKey().equals("Fields") && member.getValue() instanceof List<?> fields) {
                fields.forEach(field -> types.put(name(field), IndexType.FIELD_INDEX));
            } else if (member.getKey().equals("FieldsV2") && member.getValue() instanceof Map<?, ?> fields) {
                fields.forEach((field, facts) -> types.put(name(field), type(facts)));
            } else {
                throw LogsErrors.invalid("Invalid member of a field index policy: " + member.getKey());
            }
        }
        return types;
    }

    private static String name(@Nullable Object field) {
        if (field instanceof String text && !text.isBlank()) {
            return text;
        }
        throw LogsErrors.invalid("Invalid field of a field index policy: " + field);
    }

    private static String type(@Nullable Object facts) {
        Object type = facts instanceof Map<?, ?> map ? map.get("type") : null;
        if (IndexType.FIELD_INDEX.equals(type) || IndexType.FACET.equals(type)) {
            return String.valueOf(type);
        }
        throw LogsErrors.invalid("Invalid type of a field index: " + type);
    }
}
