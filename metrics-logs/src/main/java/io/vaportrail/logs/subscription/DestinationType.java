package io.vaportrail.logs.subscription;

import com.google.re2j.Pattern;
import io.vaportrail.logs.LogsErrors;
import org.jspecify.annotations.Nullable;

/** What a subscription filter can deliver to. */
enum DestinationType {
    /** A data stream of Kinesis. */
    KINESIS("kinesis", "Kinesis", true),
    /** A delivery stream of Firehose. */
    FIREHOSE("firehose", "Firehose", true),
    /** A function. */
    LAMBDA("lambda", "Lambda", false),
    /** A destination of CloudWatch Logs, which stands for one of the others. */
    DESTINATION("logs", "Destination", false);

    /** What the ARN of a role looks like. */
    static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/.+");

    private final String service;
    private final String shown;
    private final boolean needsRole;

    DestinationType(String service, String shown, boolean needsRole) {
        this.service = service;
        this.shown = shown;
        this.needsRole = needsRole;
    }

    /** As the dimension DestinationType says it. */
    String shown() {
        return shown;
    }

    /**
     * What an ARN leads to.
     *
     * @throws io.vaportrail.schema.ServiceException when filters cannot deliver there, or not with or without this role
     */
    static DestinationType checked(String arn, @Nullable String roleArn) {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn") || parts[5].isEmpty()) {
            throw LogsErrors.invalid("Invalid destinationArn: " + arn);
        }
        if (roleArn != null && !ROLE.matcher(roleArn).matches()) {
            throw LogsErrors.invalid("Invalid roleArn: " + roleArn);
        }
        for (DestinationType type : values()) {
            if (type.service.equals(parts[2])) {
                if (type.needsRole && roleArn == null) {
                    throw LogsErrors.invalid(
                            "destinationArn for vendor " + type.service + " cannot be used without roleArn");
                }
                if (type == LAMBDA && roleArn != null) {
                    throw LogsErrors.invalid("destinationArn for vendor lambda cannot be used with roleArn");
                }
                return type;
            }
        }
        throw LogsErrors.invalid(
                "PutSubscriptionFilter operation cannot work with destinationArn for vendor " + parts[2]);
    }
}
