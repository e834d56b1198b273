package io.vaportrail.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.facts.RecordFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds for every record of CloudTrail, whatever was called.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail
 *     record contents</a>
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">CloudTrail
 *     userIdentity element</a>
 */
final class RecordRules {
    private static final Set<String> ALWAYS = Set.of(
            "eventVersion",
            "userIdentity",
            "eventTime",
            "eventSource",
            "eventName",
            "awsRegion",
            "sourceIPAddress",
            "userAgent",
            "requestParameters",
            "responseElements",
            "requestID",
            "eventID",
            "readOnly",
            "eventType",
            "managementEvent",
            "recipientAccountId",
            "eventCategory");

    /** The keys of an identity by its type; what may be missing stands in brackets. */
    private static final Map<String, String> IDENTITIES = Map.of(
            "Root", "type principalId arn accountId accessKeyId (userName) (sessionContext)",
            "IAMUser", "type principalId arn accountId accessKeyId userName (sessionContext)",
            "AssumedRole", "type principalId arn accountId accessKeyId sessionContext",
            "FederatedUser", "type principalId arn accountId accessKeyId sessionContext",
            "AWSService", "type invokedBy",
            "AWSAccount", "type principalId accountId",
            "SAMLUser", "type principalId userName identityProvider",
            "WebIdentityUser", "type principalId userName identityProvider",
            "Unknown", "type principalId");

    private static final Map<String, String> API_VERSIONS =
            Map.of("logs.amazonaws.com", "20140328", "events.amazonaws.com", "2015-10-07");

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private RecordRules() {}

    static void check(JsonNode record) {
        List<String> fields = keys(record);
        assertThat(RecordFields.ORDER).as("order of fields").containsSubsequence(fields);
        assertThat(fields).as("fields").containsAll(ALWAYS);
        assertThat(text(record, "eventVersion")).isEqualTo("1.11");
        assertThat(text(record, "eventTime")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(text(record, "eventSource")).matches("[a-z0-9]+\\.amazonaws\\.com");
        assertThat(text(record, "eventID")).matches(UUID);
        assertThat(text(record, "recipientAccountId")).matches("\\d{12}");
        assertThat(text(record, "eventType")).isEqualTo("AwsApiCall");
        assertThat(record.get("readOnly").isBoolean()).isTrue();
        assertThat(record.get("managementEvent").isBoolean()).isTrue();
        assertThat(text(record, "eventCategory"))
                .isEqualTo(record.get("managementEvent").asBoolean() ? "Management" : "Data");
        assertThat(record.path("apiVersion").asText(null))
                .as("apiVersion")
                .isEqualTo(API_VERSIONS.get(text(record, "eventSource")));
        assertThat(fields.contains("errorMessage") && !fields.contains("errorCode"))
                .as("a message without a code")
                .isFalse();
        contents(record);
        identity(record.get("userIdentity"));
        record.path("resources").forEach(RecordRules::resource);
        source(record);
    }

    private static void contents(JsonNode record) {
        boolean credentials = text(record, "eventSource").startsWith("sts.");
        if (record.has("errorCode") || record.get("readOnly").asBoolean() && !credentials) {
            assertThat(record.get("responseElements").isNull())
                    .as("responseElements")
                    .isTrue();
        }
        for (String name : List.of("requestParameters", "responseElements")) {
            JsonNode contents = record.get(name);
            assertThat(contents.isNull() || contents.isObject() && !contents.isEmpty())
                    .as(name)
                    .isTrue();
            if (!text(record, "eventSource").startsWith("s3.")) {
                contents.fieldNames().forEachRemaining(key -> assertThat(key).matches("[a-z].*|AWSAccountIds"));
            }
            assertThat(contents.toString().length()).as(name).isLessThan(100 * 1024);
        }
        if (record.has("additionalEventData")) {
            assertThat(record.get("additionalEventData")).isNotEmpty();
        }
    }

    private static void identity(JsonNode identity) {
        List<String> allowed =
                List.of(IDENTITIES.getOrDefault(text(identity, "type"), "").split(" "));
        List<String> keys = keys(identity);
        List<String> names =
                allowed.stream().map(key -> key.replaceAll("[()]", "")).toList();
        assertThat(names).as("keys of the identity").containsSubsequence(keys);
        assertThat(keys)
                .as("keys of the identity")
                .containsAll(
                        allowed.stream().filter(key -> key.charAt(0) != '(').toList());
        JsonNode session = identity.path("sessionContext");
        if (!session.isMissingNode()) {
            assertThat(List.of("sessionIssuer", "attributes", "sourceIdentity", "ec2RoleDelivery", "assumedRoot"))
                    .containsSubsequence(keys(session));
            assertThat(keys(session.get("attributes"))).containsExactly("creationDate", "mfaAuthenticated");
            assertThat(session.at("/attributes/mfaAuthenticated").isTextual()).isTrue();
            assertThat(session.at("/attributes/creationDate").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z");
        }
    }

    private static void resource(JsonNode resource) {
        assertThat(List.of("accountId", "type", "ARN", "ARNPrefix")).containsSubsequence(keys(resource));
        assertThat(resource.path("ARN").asText("arn:")).startsWith("arn:");
    }

    /** S3 alone puts the user agent in brackets; whoever calls over TLS is shown with it, services are not. */
    private static void source(JsonNode record) {
        if (record.at("/userIdentity/type").asText().equals("AWSService")) {
            assertThat(record.has("tlsDetails")).isFalse();
            assertThat(text(record, "sourceIPAddress"))
                    .isEqualTo(record.at("/userIdentity/invokedBy").asText());
            assertThat(text(record, "userAgent").replaceAll("^\\[|]$", ""))
                    .isEqualTo(record.at("/userIdentity/invokedBy").asText());
            return;
        }
        boolean bracketed = text(record, "userAgent").matches("\\[.*]");
        assertThat(bracketed)
                .as("brackets")
                .isEqualTo(text(record, "eventSource").startsWith("s3."));
        assertThat(keys(record.get("tlsDetails")))
                .containsExactly("tlsVersion", "cipherSuite", "clientProvidedHostHeader");
        assertThat(record.at("/tlsDetails/tlsVersion").asText()).matches("TLSv1\\.[23]");
    }

    private static String text(JsonNode object, String field) {
        return object.get(field).asText();
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
