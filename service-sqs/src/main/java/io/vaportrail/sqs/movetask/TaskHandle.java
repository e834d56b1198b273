package io.vaportrail.sqs.movetask;

import io.vaportrail.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller holds of a move task: JSON in base64, as AWS has it.
 *
 * @param taskId the task
 * @param sourceArn the queue whose messages it moves
 */
record TaskHandle(String taskId, String sourceArn) {
    /** Reads a handle, or {@code null} for other text. */
    static @Nullable TaskHandle parse(String text) {
        Map<String, @Nullable Object> members;
        try {
            members = Json.readObject(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (members != null
                && members.get("taskId") instanceof String taskId
                && members.get("sourceArn") instanceof String sourceArn) {
            return new TaskHandle(taskId, sourceArn);
        }
        return null;
    }

    @Override
    public String toString() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("taskId", taskId);
        members.put("sourceArn", sourceArn);
        return Base64.getEncoder().encodeToString(Json.write(members).getBytes(StandardCharsets.UTF_8));
    }
}
