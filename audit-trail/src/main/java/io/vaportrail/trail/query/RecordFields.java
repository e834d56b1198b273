package io.vaportrail.trail.query;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields that records can have, so that a misspelt one is refused rather than found nowhere. Parameters, answers and additional
 * data may hold anything. Follows a path from the outside in.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail
 *     record contents</a>
 */
final class RecordFields {
    /** A value of any form. */
    private static final Field OPEN = new Field(Map.of(), true, true);

    private static final Field VALUE = new Field(Map.of(), false, false);

    private static final Field ISSUER =
            object(Map.of("type", VALUE, "principalId", VALUE, "arn", VALUE, "accountId", VALUE, "userName", VALUE));

    private static final Field SESSION = object(Map.of(
            "sessionIssuer", ISSUER,
            "attributes", object(Map.of("creationDate", VALUE, "mfaAuthenticated", VALUE)),
            "webIdFederationData", OPEN,
            "sourceIdentity", VALUE,
            "ec2RoleDelivery", VALUE,
            "assumedRoot", VALUE));

    private static final Field IDENTITY = object(Map.ofEntries(
            Map.entry("type", VALUE),
            Map.entry("principalId", VALUE),
            Map.entry("arn", VALUE),
            Map.entry("accountId", VALUE),
            Map.entry("accessKeyId", VALUE),
            Map.entry("userName", VALUE),
            Map.entry("sessionContext", SESSION),
            Map.entry("invokedBy", VALUE),
            Map.entry("identityProvider", VALUE),
            Map.entry("credentialId", VALUE),
            Map.entry("onBehalfOf", object(Map.of("userId", VALUE, "identityStoreArn", VALUE))),
            Map.entry("inScopeOf", OPEN)));

    private static final Field RESOURCES =
            new Field(Map.of("accountId", VALUE, "type", VALUE, "ARN", VALUE, "ARNPrefix", VALUE), false, true);

    private static final Field TLS = object(
            Map.of("tlsVersion", VALUE, "cipherSuite", VALUE, "clientProvidedHostHeader", VALUE, "keyExchange", VALUE));

    private static final Field RECORD = object(Map.ofEntries(
            Map.entry("eventVersion", VALUE),
            Map.entry("userIdentity", IDENTITY),
            Map.entry("eventTime", VALUE),
            Map.entry("eventSource", VALUE),
            Map.entry("eventName", VALUE),
            Map.entry("awsRegion", VALUE),
            Map.entry("sourceIPAddress", VALUE),
            Map.entry("userAgent", VALUE),
            Map.entry("errorCode", VALUE),
            Map.entry("errorMessage", VALUE),
            Map.entry("requestParameters", OPEN),
            Map.entry("responseElements", OPEN),
            Map.entry("additionalEventData", OPEN),
            Map.entry("requestID", VALUE),
            Map.entry("eventID", VALUE),
            Map.entry("readOnly", VALUE),
            Map.entry("resources", RESOURCES),
            Map.entry("eventType", VALUE),
            Map.entry("apiVersion", VALUE),
            Map.entry("managementEvent", VALUE),
            Map.entry("recipientAccountId", VALUE),
            Map.entry("sharedEventID", VALUE),
            Map.entry("vpcEndpointId", VALUE),
            Map.entry("vpcEndpointAccountId", VALUE),
            Map.entry("serviceEventDetails", OPEN),
            Map.entry("eventCategory", VALUE),
            Map.entry("addendum", OPEN),
            Map.entry("tlsDetails", TLS),
            Map.entry("sessionCredentialFromConsole", VALUE)));

    private Field field = RECORD;
    private String path = "";

    /**
     * What a field may hold.
     *
     * @param fields by name; empty for a plain value
     * @param open whether it may hold anything
     * @param list whether it may be a list
     */
    private record Field(Map<String, Field> fields, boolean open, boolean list) {}

    private static Field object(Map<String, Field> fields) {
        return new Field(fields, false, false);
    }

    /** Goes into a field of that name. */
    void enter(Token name) {
        if (field.open()) {
            return;
        }
        Field inner = field.fields().get(name.text());
        if (inner == null) {
            throw name.unexpected(field.fields().isEmpty() ? path + " has no fields" : known(name.text()));
        }
        field = inner;
        path = path.isEmpty() ? name.text() : path + "." + name.text();
    }

    /** Goes into the elements of a list. */
    void list(Token bracket) {
        if (!field.list()) {
            throw bracket.unexpected(path + " is not a list");
        }
    }

    private String known(String misspelt) {
        String alike = alike(misspelt);
        return alike != null
                ? alike
                : "one of " + String.join(", ", new TreeSet<>(field.fields().keySet()));
    }

    private @Nullable String alike(String misspelt) {
        for (String name : field.fields().keySet()) {
            if (name.equalsIgnoreCase(misspelt)) {
                return name;
            }
        }
        return null;
    }
}
