package io.vaportrail.sns.platform;

import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of applications and endpoints.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetPlatformApplicationAttributes.html">SetPlatformApplicationAttributes</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetEndpointAttributes.html">SetEndpointAttributes</a>
 */
final class PlatformAttributes {
    static final String ENABLED = "Enabled";
    static final String TOKEN = "Token";
    static final String USER_DATA = "CustomUserData";

    private static final String CREDENTIAL = "PlatformCredential";
    private static final String PRINCIPAL = "PlatformPrincipal";
    private static final Set<String> PLATFORMS = Set.of(
            "ADM",
            "APNS",
            "APNS_SANDBOX",
            "APNS_VOIP",
            "APNS_VOIP_SANDBOX",
            "BAIDU",
            "FCM",
            "GCM",
            "MACOS",
            "MACOS_SANDBOX",
            "MPNS",
            "WNS");
    private static final Set<String> OF_APPLICATION = Set.of(
            CREDENTIAL,
            PRINCIPAL,
            ENABLED,
            "EventEndpointCreated",
            "EventEndpointDeleted",
            "EventEndpointUpdated",
            "EventDeliveryFailure",
            "SuccessFeedbackRoleArn",
            "FailureFeedbackRoleArn",
            "SuccessFeedbackSampleRate",
            "ApplePlatformTeamID",
            "ApplePlatformBundleID");
    private static final Set<String> OF_ENDPOINT = Set.of(ENABLED, TOKEN, USER_DATA);

    private PlatformAttributes() {}

    static boolean isPlatform(String name) {
        return PLATFORMS.contains(name);
    }

    /** Refuses attributes that no application can have; credentials come in pairs, but for Google's and Baidu's. */
    static void checkApplication(String platform, Map<String, String> attributes, boolean created) {
        for (String name : attributes.keySet()) {
            if (!OF_APPLICATION.contains(name)) {
                throw SnsErrors.invalid("Attributes", "Invalid attribute name: " + name);
            }
        }
        boolean credential = attributes.containsKey(CREDENTIAL);
        boolean principal = attributes.containsKey(PRINCIPAL);
        boolean alone = platform.equals("GCM") || platform.equals("FCM");
        if (principal && !credential) {
            throw SnsErrors.invalid("Attributes", "PlatformPrincipal attribute provided without PlatformCredential");
        }
        if (credential && !principal && !alone) {
            throw SnsErrors.invalid("Attributes", "PlatformCredential attribute provided without PlatformPrincipal");
        }
        if (created && !credential) {
            throw SnsErrors.invalid("Attributes", "PlatformCredential attribute is required");
        }
    }

    /** Attributes as they are shown: with others changed, and without what is secret. */
    static Map<String, String> merged(Map<String, String> old, Map<String, String> changed) {
        Map<String, String> merged = new LinkedHashMap<>(old);
        changed.forEach((name, value) -> {
            if (!name.equals(CREDENTIAL) && !name.equals(PRINCIPAL)) {
                merged.put(name, value);
            }
        });
        return merged;
    }

    /** Refuses attributes that no endpoint can have. */
    static void checkEndpoint(Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            if (!OF_ENDPOINT.contains(name)) {
                throw SnsErrors.invalid("Attributes", "Invalid attribute name: " + name);
            }
            if (name.equals(USER_DATA) && value.getBytes(StandardCharsets.UTF_8).length > SnsLimits.USER_DATA_BYTES) {
                throw SnsErrors.invalid(
                        "Attributes",
                        "Invalid value for attribute: CustomUserData: must be at most " + SnsLimits.USER_DATA_BYTES
                                + " bytes long in UTF-8 encoding");
            }
            if (name.equals(ENABLED) && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw SnsErrors.invalid("Attributes", "Invalid value for attribute: Enabled: must be true or false");
            }
        });
    }
}
