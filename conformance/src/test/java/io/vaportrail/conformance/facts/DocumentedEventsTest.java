package io.vaportrail.conformance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.Services;
import io.vaportrail.schema.AuditTrait;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.OperationSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The overlays classify as AWS documents it: which events are management events and which data events, under which names, and which of
 * them only read.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html">Amazon S3 CloudTrail events</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/logging-using-cloudtrail.html">SQS</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/logging-using-cloudtrail.html">SNS</a>
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/logging-using-cloudtrail.html">SES</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/logging_cw_api_calls.html">CloudWatch</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/logging_cw_api_calls_cwl.html">CloudWatch Logs</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cloudtrail.html">EventBridge</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/logging-using-cloudtrail.html">KMS</a>
 */
class DocumentedEventsTest {
    /** By event name; where operations share one, they are classified alike. */
    private static Map<String, List<AuditTrait>> events(String service) {
        return Services.byId(service).operations().stream()
                .map(OperationSchema::audit)
                .collect(Collectors.groupingBy(AuditTrait::eventName, TreeMap::new, Collectors.toList()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // S3's bucket-level actions
                "s3|MANAGEMENT|CreateBucket DeleteBucket DeleteBucketCors DeleteBucketEncryption DeleteBucketLifecycle"
                        + " DeleteBucketPolicy DeleteBucketReplication DeleteBucketTagging DeleteBucketPublicAccessBlock"
                        + " GetBucketAcl GetBucketCors GetBucketEncryption GetBucketLifecycle GetBucketLocation"
                        + " GetBucketLogging GetBucketNotification GetBucketPolicy GetBucketReplication"
                        + " GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite"
                        + " GetBucketPublicAccessBlock ListBuckets PutBucketAcl PutBucketCors PutBucketEncryption"
                        + " PutBucketLifecycle PutBucketLogging PutBucketNotification PutBucketPolicy PutBucketReplication"
                        + " PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite"
                        + " PutBucketPublicAccessBlock",
                // and its object-level actions
                "s3|DATA|AbortMultipartUpload CompleteMultipartUpload DeleteObjects DeleteObject GetObject GetObjectAcl"
                        + " GetObjectAttributes GetObjectTagging HeadObject CreateMultipartUpload ListParts RestoreObject"
                        + " PutObject PutObjectAcl PutObjectTagging CopyObject UploadPart UploadPartCopy ListObjects"
                        + " ListObjectVersions HeadBucket",
                "sqs|MANAGEMENT|AddPermission CreateQueue DeleteQueue PurgeQueue RemovePermission SetQueueAttributes TagQueue"
                        + " UntagQueue",
                "sqs|DATA|SendMessage SendMessageBatch ReceiveMessage DeleteMessage DeleteMessageBatch"
                        + " ChangeMessageVisibility ChangeMessageVisibilityBatch",
                "sns|MANAGEMENT|AddPermission CheckIfPhoneNumberIsOptedOut ConfirmSubscription CreatePlatformApplication"
                        + " CreatePlatformEndpoint CreateTopic DeleteEndpoint DeletePlatformApplication DeleteTopic"
                        + " GetEndpointAttributes GetSMSAttributes GetSubscriptionAttributes GetTopicAttributes"
                        + " ListSubscriptions ListTopics OptInPhoneNumber RemovePermission SetTopicAttributes Subscribe"
                        + " Unsubscribe",
                "sns|DATA|Publish PublishBatch",
                "ses|MANAGEMENT|CreateConfigurationSet CreateReceiptRule CreateTemplate DeleteIdentity GetSendQuota"
                        + " GetIdentityVerificationAttributes ListIdentities SetIdentityDkimEnabled VerifyDomainIdentity"
                        + " VerifyEmailIdentity",
                "ses|DATA|SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail",
                "sesv2|MANAGEMENT|CreateEmailIdentity DeleteEmailIdentity GetAccount PutAccountDetails ListEmailIdentities",
                "sesv2|DATA|SendEmail SendBulkEmail",
                "cloudwatch|MANAGEMENT|DeleteAlarms DeleteDashboards DescribeAlarmHistory DescribeAlarms"
                        + " DescribeAlarmsForMetric DisableAlarmActions EnableAlarmActions GetDashboard ListDashboards"
                        + " PutCompositeAlarm PutDashboard PutMetricAlarm SetAlarmState TagResource UntagResource",
                "cloudwatch|DATA|GetMetricData GetMetricWidgetImage PutMetricData",
                "logs|MANAGEMENT|CancelExportTask CreateExportTask CreateLogGroup CreateLogStream DeleteDestination"
                        + " DeleteLogGroup DeleteLogStream DeleteMetricFilter DeleteRetentionPolicy"
                        + " DeleteSubscriptionFilter PutDestination PutDestinationPolicy PutMetricFilter PutRetentionPolicy"
                        + " PutSubscriptionFilter TestMetricFilter DescribeDestinations DescribeExportTasks"
                        + " DescribeLogGroups DescribeLogStreams DescribeMetricFilters DescribeSubscriptionFilters"
                        + " GetLogEvents FilterLogEvents StartQuery StopQuery GetQueryResults",
                "events|MANAGEMENT|DeleteRule DescribeRule DisableRule EnableRule ListRuleNamesByTarget ListRules"
                        + " ListTargetsByRule PutRule PutTargets RemoveTargets TestEventPattern",
                "kms|MANAGEMENT|CreateAlias CreateGrant CreateKey Decrypt DeleteAlias DescribeKey DisableKey EnableKey Encrypt"
                        + " GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateRandom GetKeyPolicy ListAliases"
                        + " ListGrants ReEncrypt ScheduleKeyDeletion",
                "sts|MANAGEMENT|AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity GetCallerIdentity GetFederationToken"
                        + " GetSessionToken DecodeAuthorizationMessage",
                "secretsmanager|MANAGEMENT|CreateSecret DeleteSecret DescribeSecret GetSecretValue ListSecrets PutSecretValue"
                        + " RotateSecret UpdateSecret",
                "ssm|MANAGEMENT|CreateDocument DeleteParameter GetParameter GetParameters GetParametersByPath PutParameter"
                        + " SendCommand StartSession",
                "acm|MANAGEMENT|AddTagsToCertificate DeleteCertificate DescribeCertificate ExportCertificate GetCertificate"
                        + " ImportCertificate ListCertificates RequestCertificate ResendValidationEmail",
                "cloudtrail|MANAGEMENT|CreateTrail DeleteTrail DescribeTrails GetTrailStatus LookupEvents PutEventSelectors"
                        + " StartLogging StopLogging UpdateTrail",
                "iam|MANAGEMENT|AddUserToGroup AttachRolePolicy CreateAccessKey CreateRole CreateUser DeleteUser GetUser"
                        + " ListUsers PutUserPolicy UpdateAccessKey",
            })
    void categories(String service, EventCategory category, String names) {
        Map<String, List<AuditTrait>> events = events(service);

        assertThat(Arrays.asList(names.split(" "))).allSatisfy(name -> assertThat(events.get(name))
                .as("%s %s", service, name)
                .isNotNull()
                .allSatisfy(trait -> assertThat(trait.category()).isEqualTo(category)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kms|true|Decrypt DescribeKey Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyWithoutPlaintext"
                        + " GenerateMac GenerateRandom GetKeyPolicy GetParametersForImport ListAliases ListGrants ReEncrypt"
                        + " Sign Verify VerifyMac",
                "kms|false|CreateAlias CreateGrant CreateKey DeleteAlias DisableKey EnableKey PutKeyPolicy RetireGrant"
                        + " RevokeGrant ScheduleKeyDeletion TagResource UntagResource UpdateAlias",
                "sts|true|AssumeRole GetCallerIdentity GetSessionToken",
                "sts|false|GetFederationToken",
                "sns|false|AddPermission ConfirmSubscription CreateTopic DeleteTopic Publish SetTopicAttributes Subscribe"
                        + " Unsubscribe",
                "sns|true|CheckIfPhoneNumberIsOptedOut GetSMSAttributes GetTopicAttributes ListSubscriptions ListTopics",
                "sqs|false|CreateQueue DeleteMessage DeleteQueue PurgeQueue SendMessage SetQueueAttributes",
                "logs|true|DescribeDestinations DescribeExportTasks DescribeLogGroups DescribeLogStreams"
                        + " DescribeMetricFilters DescribeSubscriptionFilters FilterLogEvents GetLogEvents GetQueryResults"
                        + " StartQuery",
                "logs|false|CreateExportTask CreateLogGroup CreateLogStream DeleteLogGroup PutMetricFilter"
                        + " PutRetentionPolicy PutSubscriptionFilter",
                "secretsmanager|true|BatchGetSecretValue DescribeSecret GetSecretValue ListSecrets",
                "secretsmanager|false|CreateSecret DeleteSecret PutSecretValue RotateSecret UpdateSecret",
                "ssm|false|CreateDocument DeleteParameter PutParameter SendCommand StartSession TerminateSession",
                "ssm|true|DescribeParameters GetParameter GetParameters GetParametersByPath",
                "events|true|DescribeRule ListRuleNamesByTarget ListRules ListTargetsByRule TestEventPattern",
                "events|false|DeleteRule DisableRule EnableRule PutRule PutTargets RemoveTargets",
                "cloudwatch|true|DescribeAlarms GetMetricData GetMetricStatistics ListMetrics",
                "cloudwatch|false|PutMetricAlarm PutMetricData SetAlarmState",
            })
    void readsAndWrites(String service, boolean readOnly, String names) {
        Map<String, List<AuditTrait>> events = events(service);

        assertThat(Arrays.asList(names.split(" "))).allSatisfy(name -> assertThat(events.get(name))
                .as("%s %s", service, name)
                .isNotNull()
                .allSatisfy(trait -> assertThat(trait.readOnly()).isEqualTo(readOnly)));
    }
}
