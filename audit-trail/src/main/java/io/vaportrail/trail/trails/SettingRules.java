package io.vaportrail.trail.trails;

import io.vaportrail.model.cloudtrail.InvalidCloudWatchLogsLogGroupArnException;
import io.vaportrail.model.cloudtrail.InvalidCloudWatchLogsRoleArnException;
import io.vaportrail.model.cloudtrail.InvalidKmsKeyIdException;
import io.vaportrail.model.cloudtrail.InvalidS3BucketNameException;
import io.vaportrail.model.cloudtrail.InvalidS3PrefixException;
import io.vaportrail.model.cloudtrail.InvalidSnsTopicNameException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What settings must be like by themselves, before anybody looks whether what they name is there. Of the texts, those about underscores
 * and about a log group without a role are AWS's, from users' reports; the others follow the API reference and are UNVERIFIED.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html">CreateTrail</a>
 */
final class SettingRules {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern TOPIC_ARN = Pattern.compile("arn:aws:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+");
    private static final Pattern KEY = Pattern.compile(
            "alias/[\\w/-]+|arn:aws:kms:[a-z0-9-]+:\\d{12}:(key/[\\w-]+|alias/[\\w/-]+)|(mrk-)?[0-9a-f-]{32,36}");

    private SettingRules() {}

    static void check(TrailArn arn, TrailSettings settings) {
        if (settings.multiRegion() && !settings.globalEvents()) {
            throw TrailErrors.multiRegionWithoutGlobalEvents();
        }
        bucket(settings.bucket());
        String prefix = settings.prefix();
        if (prefix != null && prefix.length() > TrailQuotas.LONGEST_PREFIX) {
            throw InvalidS3PrefixException.of("S3 key prefix is too long. Maximum allowed length: "
                    + TrailQuotas.LONGEST_PREFIX + " characters.");
        }
        String key = settings.kmsKeyId();
        if (key != null && !KEY.matcher(key).matches()) {
            throw InvalidKmsKeyIdException.of("KMS key ID is not valid: " + key);
        }
        logGroup(arn, settings);
    }

    private static void bucket(String name) {
        if (name.contains("_")) {
            throw InvalidS3BucketNameException.of("Bucket name should not contain '_'");
        }
        if (!BUCKET.matcher(name).matches() || name.contains("..")) {
            throw InvalidS3BucketNameException.of("Bucket name is not valid: " + name);
        }
    }

    /** The ARN of a topic given by name or ARN. */
    static @Nullable String topicArn(TrailArn trail, @Nullable String topic) {
        if (topic == null) {
            return null;
        }
        boolean arn = TOPIC_ARN.matcher(topic).matches();
        if (topic.length() > TrailQuotas.LONGEST_TOPIC
                || !arn && !TOPIC.matcher(topic).matches()) {
            throw InvalidSnsTopicNameException.of("SNS topic name is not valid: " + topic);
        }
        return arn ? topic : "arn:aws:sns:" + trail.region() + ":" + trail.accountId() + ":" + topic;
    }

    private static void logGroup(TrailArn arn, TrailSettings settings) {
        String group = settings.logGroupArn();
        String role = settings.logRoleArn();
        if (group == null && role == null) {
            return;
        }
        if (role == null) {
            throw InvalidCloudWatchLogsRoleArnException.of("You must specify a role ARN as well as a log group.");
        }
        if (group == null) {
            throw InvalidCloudWatchLogsLogGroupArnException.of("You must specify a log group as well as a role ARN.");
        }
        if (!LogGroup.isRole(role)) {
            throw InvalidCloudWatchLogsRoleArnException.of("Check the role ARN: CloudTrail can't validate it.");
        }
        if (LogGroup.of(arn, settings) == null) {
            throw InvalidCloudWatchLogsLogGroupArnException.of(
                    "Check the log group ARN: CloudTrail can't validate it.");
        }
    }
}
