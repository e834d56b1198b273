package io.vaportrail.core.protection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What audits report of sensitive data, in the form that SNS and CloudWatch Logs have in common.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-operations.html">Audit destination log</a>
 */
public final class FindingsJson {
    private FindingsJson() {}

    /**
     * The {@code dataIdentifiers} of a report.
     *
     * @param byIdentifier the places by the identifier's name
     */
    public static List<Map<String, Object>> dataIdentifiers(Map<String, List<Detection>> byIdentifier) {
        List<Map<String, Object>> identifiers = new ArrayList<>();
        byIdentifier.forEach((name, places) -> {
            List<Map<String, Object>> detections = new ArrayList<>();
            for (Detection place : places) {
                Map<String, Object> detection = new LinkedHashMap<>();
                detection.put("start", place.start());
                detection.put("end", place.end());
                detections.add(detection);
            }
            Map<String, Object> identifier = new LinkedHashMap<>();
            identifier.put("name", name);
            identifier.put("count", places.size());
            identifier.put("detections", detections);
            identifiers.add(identifier);
        });
        return identifiers;
    }
}
