package io.vaportrail.events.delivery;

import io.vaportrail.core.json.Json;
import io.vaportrail.events.event.Event;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events that rules get only if their state asks for all management events of CloudTrail: calls named {@code List…},
 * {@code Get…} or {@code Describe…}, but for the two of STS that hand out credentials.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html">AWS service events
 *     delivered via CloudTrail</a>
 */
final class ReadOnlyEvents {
    private static final String API_CALL = "AWS API Call via CloudTrail";
    private static final Set<String> HANDS_OUT = Set.of("GetFederationToken", "GetSessionToken");

    private ReadOnlyEvents() {}

    static boolean includes(Event event) {
        if (!event.detailType().equals(API_CALL) || !event.source().startsWith("aws.")) {
            return false;
        }
        Map<String, @Nullable Object> detail = Json.readObject(event.detail());
        if (detail == null || !Boolean.TRUE.equals(detail.get("managementEvent"))) {
            return false;
        }
        String name = String.valueOf(detail.get("eventName"));
        boolean reads = name.startsWith("List") || name.startsWith("Get") || name.startsWith("Describe");
        return reads && !(event.source().equals("aws.sts") && HANDS_OUT.contains(name));
    }
}
