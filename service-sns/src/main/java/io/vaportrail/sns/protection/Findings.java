package io.vaportrail.sns.protection;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.protection.DataIdentifier;
import io.vaportrail.core.protection.Detection;
import io.vaportrail.core.protection.FindingsJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an audit has found in a message.
 *
 * @param byIdentifier the places by the identifier's name; none is empty
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-operations.html">Audit destination log</a>
 */
record Findings(Map<String, List<Detection>> byIdentifier) {
    static Findings in(Iterable<String> texts, List<DataIdentifier> identifiers) {
        Map<String, List<Detection>> found = new LinkedHashMap<>();
        for (DataIdentifier identifier : identifiers) {
            for (String text : texts) {
                List<Detection> places = identifier.find(text);
                if (!places.isEmpty()) {
                    found.computeIfAbsent(identifier.name(), name -> new ArrayList<>())
                            .addAll(places);
                }
            }
        }
        return new Findings(found);
    }

    boolean isEmpty() {
        return byIdentifier.isEmpty();
    }

    /** The line of the log. */
    String toJson(String messageId, Instant now, String callerArn, String topicArn) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("messageId", messageId);
        line.put("auditTimestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("callerPrincipal", callerArn);
        line.put("resourceArn", topicArn);
        line.put("dataIdentifiers", FindingsJson.dataIdentifiers(byIdentifier));
        return Json.write(line);
    }
}
