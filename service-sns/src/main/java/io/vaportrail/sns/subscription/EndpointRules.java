package io.vaportrail.sns.subscription;

import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.SnsArn;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which endpoints go with which protocol.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html">Subscribe</a>
 */
final class EndpointRules {
    private static final Set<String> FIFO_PROTOCOLS = Set.of("sqs", "lambda", "firehose");

    /** Digits, one mark between groups of them at most. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9]{1,20}(?:[-./][0-9]{1,20}){0,10}");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]{1,63}(?:\\.[^@\\s.]{1,63}){1,8}");
    private static final int ENDPOINT_LENGTH = 2_048;

    private EndpointRules() {}

    /** Refuses an endpoint that the protocol cannot deliver to. */
    static void check(SnsArn topic, String protocol, String endpoint) {
        if (topic.isFifo() && !FIFO_PROTOCOLS.contains(protocol) && isKnown(protocol)) {
            throw SnsErrors.invalid("Invalid protocol type: " + protocol);
        }
        switch (protocol) {
            case "sqs" -> checkQueue(topic, endpoint);
            case "http", "https" -> checkUrl(protocol, endpoint);
            case "email", "email-json" -> checkEmail(endpoint);
            case "sms" -> checkPhoneNumber(endpoint);
            case "application" ->
                checkArn(endpoint, "sns", "endpoint/", "Application endpoint arn invalid:" + endpoint);
            case "lambda" -> checkArn(endpoint, "lambda", "function:", "Lambda endpoint ARN");
            case "firehose" -> checkArn(endpoint, "firehose", "deliverystream/", "Firehose endpoint ARN");
            default -> throw SnsErrors.invalid("Amazon SNS does not support this protocol string: " + protocol);
        }
    }

    private static boolean isKnown(String protocol) {
        return switch (protocol) {
            case "http", "https", "email", "email-json", "sms", "application" -> true;
            default -> false;
        };
    }

    private static void checkQueue(SnsArn topic, String endpoint) {
        SnsArn queue = SnsArn.of(endpoint, "sqs");
        if (queue == null || queue.resource().indexOf(':') >= 0) {
            throw SnsErrors.invalid("SQS endpoint ARN");
        }
        if (queue.isFifo() && !topic.isFifo()) {
            throw SnsErrors.invalid(
                    "Invalid parameter: Endpoint", "FIFO SQS Queues can not be subscribed to standard SNS topics");
        }
    }

    private static void checkUrl(String protocol, String endpoint) {
        try {
            URI uri = new URI(endpoint);
            if (protocol.equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getFragment() == null
                    && endpoint.length() <= ENDPOINT_LENGTH) {
                return;
            }
        } catch (URISyntaxException e) {
            throw SnsErrors.invalid("Endpoint must match the specified protocol");
        }
        throw SnsErrors.invalid("Endpoint must match the specified protocol");
    }

    private static void checkEmail(String endpoint) {
        if (!EMAIL.matcher(endpoint).matches()) {
            throw SnsErrors.invalid("Email address");
        }
    }

    private static void checkPhoneNumber(String endpoint) {
        if (!PHONE_NUMBER.matcher(endpoint).matches()) {
            throw SnsErrors.refused("Invalid SMS endpoint: " + endpoint);
        }
    }

    private static void checkArn(String endpoint, String service, String prefix, String complaint) {
        SnsArn arn = SnsArn.of(endpoint, service);
        if (arn == null || !arn.resource().startsWith(prefix) || arn.resource().length() == prefix.length()) {
            throw SnsErrors.invalid(complaint);
        }
    }
}
