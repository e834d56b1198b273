package io.vaportrail.sns.status;

/**
 * A log group that status is written to.
 *
 * @param accountId whose
 * @param region where
 * @param name its name
 * @param roleArn the role that allows it
 */
record LogGroup(String accountId, String region, String name, String roleArn) {
    /** The group of a topic, an application or of messages to phone numbers; failures have a group of their own. */
    static LogGroup of(String accountId, String region, String what, boolean success, String roleArn) {
        String name = "sns/" + region + "/" + accountId + "/" + what + (success ? "" : "/Failure");
        return new LogGroup(accountId, region, name, roleArn);
    }
}
