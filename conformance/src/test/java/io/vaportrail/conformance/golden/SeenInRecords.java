package io.vaportrail.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.facts.Observed;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A record has the fields that real records of the same call have. */
final class SeenInRecords {
    private static final Map<String, Observed> SEEN =
            Observed.all().stream().collect(Collectors.toMap(Observed::toString, Function.identity()));

    /** Depend on the outcome, on the way to AWS and on the caller. */
    private static final Set<String> DEPENDING = Set.of(
            "errorCode",
            "errorMessage",
            "sharedEventID",
            "tlsDetails",
            "vpcEndpointId",
            "sessionCredentialFromConsole",
            "resources");

    /** So few records that what they have in common may be chance. */
    private static final int FEW = 3;

    private SeenInRecords() {}

    static void check(JsonNode record) {
        String source = record.get("eventSource").asText().replace(".amazonaws.com", "");
        Observed seen = SEEN.get(source + ":" + record.get("eventName").asText());
        if (seen == null) {
            return;
        }
        assertThat(depending(fields(record))).isEqualTo(depending(seen.fields()));
        assertThat(fields(record.path("additionalEventData"))).isEqualTo(seen.keys("additionalEventData"));
        if (record.has("errorCode")) {
            return;
        }
        assertThat(types(record)).as("resources").isEqualTo(seen.resourceTypes());
        JsonNode answer = record.get("responseElements");
        assertThat(answer.isNull())
                .as("no responseElements")
                .isEqualTo(seen.always("responseElements").isEmpty());
        if (seen.records() < FEW) {
            return;
        }
        for (String key : seen.always("responseElements")) {
            assertThat(answer.at("/" + key.replace('.', '/')).isMissingNode())
                    .as("responseElements without " + key)
                    .isFalse();
        }
    }

    private static Set<String> depending(Set<String> fields) {
        Set<String> rest = new TreeSet<>(fields);
        rest.removeAll(DEPENDING);
        return rest;
    }

    private static Set<String> types(JsonNode record) {
        Set<String> types = new TreeSet<>();
        record.path("resources")
                .forEach(resource -> types.add(resource.path("type").asText()));
        return types;
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> fields = new TreeSet<>();
        object.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
