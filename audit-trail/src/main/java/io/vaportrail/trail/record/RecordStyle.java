package io.vaportrail.trail.record;

import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.trail.store.StoredCall;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a service differ from those of others.
 *
 * @param dates how times inside parameters are written
 * @param apiVersion the {@code apiVersion} that few services state, or {@code null}
 * @param region the region that all of a global service's records name, or {@code null}
 * @param httpForm whether parameters are shown as they were sent over HTTP, and the user agent in brackets: S3
 * @param emptyResources whether {@code resources} is there even without any
 * @param politeKey the key whose hidden value is worded differently, or {@code null}
 */
public record RecordStyle(
        RecordDates dates,
        @Nullable String apiVersion,
        @Nullable String region,
        boolean httpForm,
        boolean emptyResources,
        @Nullable String politeKey) {

    /** Where global services are recorded. */
    public static final String GLOBAL_REGION = "us-east-1";

    /** What stands in the place of a secret. */
    private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

    /** The same for the token of an SSM session. */
    private static final String HIDDEN_POLITELY = "Value hidden due to security reasons.";

    private static final String STS_GLOBAL_HOST = "sts.amazonaws.com";

    private static final RecordStyle PLAIN = new RecordStyle(RecordDates.WITH_COMMA, null, null, false, false, null);

    /** By {@link ServiceSchema#id()}; all values as seen in real records. */
    private static final Map<String, RecordStyle> STYLES = Map.of(
            "iam", new RecordStyle(RecordDates.WITHOUT_COMMA, null, GLOBAL_REGION, false, false, null),
            "logs", new RecordStyle(RecordDates.WITH_COMMA, "20140328", null, false, false, null),
            "events", new RecordStyle(RecordDates.WITH_COMMA, "2015-10-07", null, false, false, null),
            "ssm", new RecordStyle(RecordDates.WITH_COMMA, null, null, false, false, "tokenValue"),
            "s3", new RecordStyle(RecordDates.WITH_COMMA, null, null, true, false, null),
            "kms", new RecordStyle(RecordDates.WITH_COMMA, null, null, false, true, null));

    /** The style of a service. */
    public static RecordStyle of(ServiceSchema service) {
        RecordStyle style = STYLES.get(service.id());
        return style == null ? PLAIN : style;
    }

    /** What stands in the place of the secret value of a key. */
    String hidden(String key) {
        return key.equals(politeKey) ? HIDDEN_POLITELY : HIDDEN;
    }

    /** {@code AwsServiceEvent} for what a service did on its own, else {@code AwsApiCall}. */
    public static String eventType(StoredCall call) {
        return call.isServiceEvent() ? "AwsServiceEvent" : "AwsApiCall";
    }

    /** The region that a call's record names: its own, except for IAM and for STS's global endpoint. */
    public static String regionOf(StoredCall call) {
        ServiceSchema service = call.operation().service();
        String global = of(service).region();
        if (global != null) {
            return global;
        }
        String host = call.sender().host();
        boolean globalSts =
                service.id().equals("sts") && host != null && hostName(host).equals(STS_GLOBAL_HOST);
        return globalSts ? GLOBAL_REGION : call.sender().region();
    }

    private static String hostName(String host) {
        int port = host.lastIndexOf(':');
        return port < 0 ? host : host.substring(0, port);
    }
}
