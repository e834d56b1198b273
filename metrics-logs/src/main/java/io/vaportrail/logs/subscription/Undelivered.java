package io.vaportrail.logs.subscription;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What would have been delivered.
 *
 * @param destinationArn where
 * @param type what that is
 * @param partitionKey as Kinesis would have got it, empty for others
 * @param data the content, before it is compressed
 * @param atMillis when, in milliseconds since 1970
 */
record Undelivered(
        String destinationArn, DestinationType type, String partitionKey, Map<String, Object> data, long atMillis) {
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("destinationArn", destinationArn);
        shown.put("delivered", false);
        shown.put("reason", type.shown() + " is not part of Vaportrail; kept here instead.");
        shown.put("time", atMillis);
        if (!partitionKey.isEmpty()) {
            shown.put("partitionKey", partitionKey);
        }
        shown.put("data", data);
        return shown;
    }
}
