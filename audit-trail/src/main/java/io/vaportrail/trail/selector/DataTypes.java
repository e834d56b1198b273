package io.vaportrail.trail.selector;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The values of {@code resources.type}. Of the services that the emulator has, those that AWS knows; of others, all that have the form,
 * since their events do not come up here.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">Logging data
 *     events</a>
 */
final class DataTypes {
    private static final Pattern FORM = Pattern.compile("AWS::(\\w+)::(\\w+)");

    private static final Set<String> KNOWN = Set.of(
            "AWS::CloudTrail::Channel",
            "AWS::CloudWatch::Metric",
            "AWS::S3::AccessPoint",
            "AWS::S3::Object",
            "AWS::SES::ConfigurationSet",
            "AWS::SES::EmailIdentity",
            "AWS::SES::Template",
            "AWS::SNS::PlatformEndpoint",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
            "AWS::SSM::ExecutionPreview",
            "AWS::SSM::ManagedNode");

    /** Services of whose types the list is complete. */
    private static final Set<String> LISTED = Set.of(
            "CertificateManager",
            "CloudTrail",
            "CloudWatch",
            "Events",
            "IAM",
            "KMS",
            "Logs",
            "S3",
            "SES",
            "SNS",
            "SQS",
            "SSM",
            "STS",
            "SecretsManager");

    private DataTypes() {}

    static boolean isKnown(String type) {
        var form = FORM.matcher(type);
        return form.matches() && (KNOWN.contains(type) || !LISTED.contains(form.group(1)));
    }
}
