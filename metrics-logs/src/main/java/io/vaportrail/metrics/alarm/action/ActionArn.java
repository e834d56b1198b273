package io.vaportrail.metrics.alarm.action;

import io.vaportrail.metrics.alarm.AlarmErrors;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an alarm is told to do.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 */
public final class ActionArn {
    /** The services that alarms act on, and what they are called where one of them is not there to be acted on. */
    private static final Map<String, String> TARGETS = Map.of(
            "sns", "Amazon SNS",
            "lambda", "AWS Lambda",
            "autoscaling", "Amazon EC2 Auto Scaling",
            "automate", "Amazon EC2",
            "swf", "Amazon EC2",
            "ssm", "AWS Systems Manager OpsCenter",
            "ssm-incidents", "AWS Systems Manager Incident Manager",
            "aiops", "CloudWatch investigations");

    /** What follows the region in the actions of each service. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "sns", Pattern.compile("\\d{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?"),
            "lambda", Pattern.compile("\\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9$_-]+)?"),
            "autoscaling", Pattern.compile("\\d{12}:scalingPolicy:.+"),
            "automate", Pattern.compile("ec2:(stop|terminate|reboot|recover)"),
            "swf",
                    Pattern.compile(
                            "\\d{12}:action/actions/AWS_EC2\\.InstanceId\\.(Stop|Terminate|Reboot|Recover)/1\\.0"),
            "ssm", Pattern.compile("\\d{12}:opsitem:[1-4](#CATEGORY=.+)?"),
            "ssm-incidents", Pattern.compile("\\d{12}:responseplan/.+"),
            "aiops", Pattern.compile("\\d{12}:investigation-group/.+"));

    private static final List<String> OF_COMPOSITES = List.of("sns", "lambda", "ssm", "ssm-incidents", "aiops");

    /** Others are taken for the alarm as a whole only. */
    private static final List<String> OF_CONTRIBUTORS = List.of("sns", "lambda", "automate", "swf", "ssm");

    private static final int PARTS = 6;
    private static final int SERVICE = 2;
    private static final int REGION = 3;

    private ActionArn() {}

    /**
     * Checks the actions of an alarm.
     *
     * @throws io.vaportrail.schema.ServiceException in AWS's words
     */
    public static void check(@Nullable List<String> actions, String region, boolean composite) {
        for (String action : actions == null ? List.<String>of() : actions) {
            String[] parts = action.split(":", PARTS);
            if (!isWellFormed(parts)) {
                throw AlarmErrors.validation("Invalid arn syntax: " + action);
            }
            if (!parts[REGION].isEmpty() && !parts[REGION].equals(region)) {
                throw AlarmErrors.validation(
                        "Invalid region " + parts[REGION] + " specified. Only " + region + " is supported.");
            }
            if (composite && !OF_COMPOSITES.contains(parts[SERVICE])) {
                throw AlarmErrors.validation("Unsupported action for a composite alarm: " + action);
            }
        }
    }

    static boolean isTopic(String action) {
        return service(action).equals("sns");
    }

    private static boolean isWellFormed(String[] parts) {
        if (parts.length < PARTS || !parts[0].equals("arn")) {
            return false;
        }
        Pattern form = FORMS.get(parts[SERVICE]);
        return form != null
                && form.matcher(parts[PARTS - 2] + ":" + parts[PARTS - 1]).matches();
    }

    /** Whether the action is taken for contributors too. */
    static boolean isOfContributors(String action) {
        return OF_CONTRIBUTORS.contains(service(action));
    }

    static String targetName(String action) {
        return TARGETS.getOrDefault(service(action), service(action));
    }

    private static String service(String action) {
        return action.split(":", PARTS)[SERVICE];
    }
}
