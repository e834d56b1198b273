package io.vaportrail.metrics.alarm.state;

/** ARNs of alarms and mute rules. */
public final class AlarmArn {
    private static final String ALARM = ":alarm:";
    private static final int PARTS = 7;
    private static final int NAME = 6;

    private AlarmArn() {}

    /** The ARN of an alarm. */
    public static String of(String accountId, String region, String name) {
        return "arn:aws:cloudwatch:" + region + ":" + accountId + ALARM + name;
    }

    /** The ARN of a mute rule. */
    public static String ofMuteRule(String accountId, String region, String name) {
        return "arn:aws:cloudwatch:" + region + ":" + accountId + ":alarm-mute-rule:" + name;
    }

    /** The name of the alarm that is given by name or ARN. */
    public static String nameOf(String nameOrArn) {
        if (nameOrArn.startsWith("arn:") && nameOrArn.contains(ALARM)) {
            String[] parts = nameOrArn.split(":", PARTS);
            return parts.length == PARTS ? parts[NAME] : nameOrArn;
        }
        return nameOrArn;
    }
}
