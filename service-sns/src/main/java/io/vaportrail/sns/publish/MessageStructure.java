package io.vaportrail.sns.publish;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.json.JsonSyntaxException;
import io.vaportrail.sns.SnsErrors;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages with a text for each protocol: a JSON object by the names of protocols, and {@code default} for the others.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-send-custom-platform-specific-payloads-mobile-devices.html">Sending
 *     platform-specific payloads</a>
 */
final class MessageStructure {
    private static final String DEFAULT = "default";

    private MessageStructure() {}

    /** The texts by protocol, that for others under {@code default}; empty for a message without structure. */
    static Map<String, String> texts(String message, @Nullable String structure) {
        if (structure == null || structure.isEmpty()) {
            return Map.of();
        }
        if (!structure.equals("json")) {
            throw SnsErrors.invalid("MessageStructure");
        }
        Object value;
        try {
            value = Json.read(message);
        } catch (JsonSyntaxException e) {
            throw SnsErrors.invalid("Message Structure - JSON message body failed to parse");
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw SnsErrors.invalid("Message Structure - JSON message body failed to parse");
        }
        if (!(members.get(DEFAULT) instanceof String)) {
            throw SnsErrors.invalid("Message Structure - No default entry in JSON message body");
        }
        Map<String, String> texts = new HashMap<>();
        members.forEach((protocol, text) -> {
            if (text instanceof String own) {
                texts.put(String.valueOf(protocol), own);
            }
        });
        return texts;
    }

    /** The text for protocols that have none of their own. */
    static String defaultOf(Map<String, String> texts, String message) {
        return texts.getOrDefault(DEFAULT, message);
    }
}
