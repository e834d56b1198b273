package io.vaportrail.logs.insights.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wanted fields of messages, whatever log they are of: JSON, a Lambda function's with the first JSON object in each message,
 * VPC flow logs, queries of Route 53. A field of JSON that begins with {@code @} has one more in front. For one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html">Supported
 *     logs and discovered fields</a>
 */
final class MessageFields {
    private final JsonFields json = new JsonFields();
    private final SpacedFields spaced = new SpacedFields();
    private final Map<String, Integer> lambda = new HashMap<>();

    void want(String name, int slot) {
        if (name.startsWith("@@")) {
            json.want(name.substring(1), slot);
        } else if (name.startsWith("@")) {
            lambda.put(name, slot);
        } else {
            json.want(name, slot);
            spaced.want(name, slot);
        }
    }

    /**
     * Fills all slots that are wanted, with {@code null} where there is nothing.
     *
     * @param function whether the message is in the log of a Lambda function
     */
    void read(boolean function, byte[] text, int offset, int length, @Nullable Object[] into) {
        int end = offset + length;
        if (function) {
            int start = JsonText.objectStart(text, offset, end);
            json.read(text, start, JsonText.objectEnd(text, start, end) - start, into);
        } else {
            json.read(text, offset, length, into);
            spaced.read(text, offset, end, into);
        }
        if (!lambda.isEmpty()) {
            Map<String, Object> found =
                    function ? LambdaFields.of(new String(text, offset, length, StandardCharsets.UTF_8)) : Map.of();
            lambda.forEach((name, slot) -> into[slot] = found.get(name));
        }
    }
}
