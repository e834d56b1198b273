package io.vaportrail.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.schema.AuditTrait;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Redaction;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.StructSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How CloudTrail sees operations and members. */
class AuditFactsTest {
    @ParameterizedTest
    @CsvSource({
        "sqs, sqs.amazonaws.com",
        "sns, sns.amazonaws.com",
        "ses, ses.amazonaws.com",
        "sesv2, ses.amazonaws.com",
        "kms, kms.amazonaws.com",
        "secretsmanager, secretsmanager.amazonaws.com",
        "ssm, ssm.amazonaws.com",
        "acm, acm.amazonaws.com",
        "cloudtrail, cloudtrail.amazonaws.com",
        "cloudwatch, monitoring.amazonaws.com",
        "logs, logs.amazonaws.com",
        "sts, sts.amazonaws.com",
        "iam, iam.amazonaws.com",
        "s3, s3.amazonaws.com",
        "events, events.amazonaws.com",
    })
    void eventSource(String id, String source) {
        assertThat(Services.byId(id).identification().eventSource()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, CreateQueue, MANAGEMENT, false",
        "sqs, DeleteQueue, MANAGEMENT, false",
        "sqs, StartMessageMoveTask, MANAGEMENT, false",
        "sqs, SendMessage, DATA, false",
        "sqs, ReceiveMessage, DATA, true",
        "sqs, GetQueueUrl, DATA, true",
        "sns, Publish, DATA, false",
        "sns, ListTopics, MANAGEMENT, true",
        "ses, SendRawEmail, DATA, false",
        "sesv2, SendEmail, DATA, false",
        "kms, Encrypt, MANAGEMENT, true",
        "kms, Decrypt, MANAGEMENT, true",
        "kms, GenerateDataKeyWithoutPlaintext, MANAGEMENT, true",
        "kms, GenerateRandom, MANAGEMENT, true",
        "kms, VerifyMac, MANAGEMENT, true",
        "kms, GetParametersForImport, MANAGEMENT, true",
        "kms, RetireGrant, MANAGEMENT, false",
        "kms, CreateAlias, MANAGEMENT, false",
        "secretsmanager, GetSecretValue, MANAGEMENT, true",
        "sts, AssumeRole, MANAGEMENT, true",
        "sts, GetCallerIdentity, MANAGEMENT, true",
        "sts, GetFederationToken, MANAGEMENT, false",
        "cloudtrail, LookupEvents, MANAGEMENT, true",
        "cloudtrail, StopLogging, MANAGEMENT, false",
        "cloudwatch, PutMetricData, DATA, false",
        "cloudwatch, ListMetrics, DATA, true",
        "cloudwatch, DescribeAlarms, MANAGEMENT, true",
        "logs, PutLogEvents, NONE, false",
        "logs, FilterLogEvents, MANAGEMENT, true",
        "logs, StartQuery, MANAGEMENT, true",
        "events, PutEvents, NONE, false",
        "s3, PutObject, DATA, false",
        "s3, HeadObject, DATA, true",
        "s3, CreateBucket, MANAGEMENT, false",
    })
    void categoryAndReadOnly(String id, String operation, EventCategory category, boolean readOnly) {
        AuditTrait audit = operation(id, operation).audit();
        assertThat(audit).isEqualTo(new AuditTrait(operation, category, readOnly));
    }

    @ParameterizedTest
    @CsvSource({
        "PutBucketLifecycleConfiguration, PutBucketLifecycle",
        "GetBucketLifecycleConfiguration, GetBucketLifecycle",
        "GetObjectLockConfiguration, GetBucketObjectLockConfiguration",
        "GetBucketAccelerateConfiguration, GetAccelerateConfiguration",
        "PutPublicAccessBlock, PutBucketPublicAccessBlock",
        "ListObjectsV2, ListObjects",
        "GetObject, GetObject",
    })
    void eventNamesOfS3(String operation, String eventName) {
        assertThat(operation("s3", operation).audit().eventName()).isEqualTo(eventName);
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, SendMessage, MessageBody, HIDE",
        "sqs, SendMessageBatch, Entries.MessageBody, HIDE",
        "sqs, DeleteMessage, ReceiptHandle, NONE",
        "sns, Publish, Message, HIDE",
        "sns, PublishBatch, PublishBatchRequestEntries.Message, HIDE",
        "ses, SendRawEmail, RawMessage, HIDE",
        "kms, Encrypt, Plaintext, OMIT",
        "kms, Decrypt, CiphertextBlob, OMIT",
        "kms, Sign, Message, OMIT",
        "kms, VerifyMac, Mac, OMIT",
        "kms, ImportKeyMaterial, EncryptedKeyMaterial, OMIT",
        "secretsmanager, CreateSecret, SecretString, OMIT",
        "secretsmanager, PutSecretValue, SecretBinary, OMIT",
        "ssm, PutParameter, Value, HIDE",
        "ssm, SendCommand, Parameters, HIDE",
        "acm, ImportCertificate, PrivateKey, HIDE",
        "iam, CreateLoginProfile, Password, OMIT",
        "iam, ChangePassword, NewPassword, OMIT",
        "sts, AssumeRoleWithWebIdentity, WebIdentityToken, OMIT",
        "cloudwatch, PutMetricData, MetricData.Value, OMIT",
        "s3, PutObject, Body, OMIT",
        "s3, PutObject, SSECustomerKey, OMIT",
    })
    void redactionOfInputs(String id, String operation, String path, Redaction redaction) {
        assertThat(member(operation(id, operation).input(), path).redaction()).isEqualTo(redaction);
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, ReceiveMessage, Messages.Body, HIDE",
        "kms, GenerateDataKey, Plaintext, OMIT",
        "kms, GenerateDataKeyPair, PrivateKeyPlaintext, OMIT",
        "sts, AssumeRole, Credentials.SecretAccessKey, OMIT",
        "sts, AssumeRole, Credentials.SessionToken, NONE",
        "iam, CreateAccessKey, AccessKey.SecretAccessKey, OMIT",
        "secretsmanager, GetSecretValue, SecretString, OMIT",
        "ssm, StartSession, TokenValue, HIDE",
    })
    void redactionOfOutputs(String id, String operation, String path, Redaction redaction) {
        assertThat(member(operation(id, operation).output(), path).redaction()).isEqualTo(redaction);
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, AddPermission, input, AWSAccountIds, AWSAccountIds",
        "kms, CreateKey, output, KeyMetadata.AWSAccountId, AWSAccountId",
        "secretsmanager, CreateSecret, output, ARN, arn",
        "secretsmanager, PutSecretValue, output, ARN, arn",
        "secretsmanager, DeleteSecret, output, ARN, ",
        "cloudtrail, CreateTrail, output, TrailARN, ",
    })
    void keysThatAreNotTheNameWithALowerCaseStart(String id, String operation, String part, String path, String key) {
        OperationSchema<?, ?> schema = operation(id, operation);
        StructSchema<?> struct = part.equals("input") ? schema.input() : schema.output();
        assertThat(member(struct, path).auditName()).isEqualTo(key);
    }

    @Test
    void nothingSensitiveIsRecordedInTheClear() throws Exception {
        List<String> clear = new ArrayList<>();
        for (Schema schema : GeneratedClasses.schemas()) {
            if (schema instanceof StructSchema<?> struct) {
                for (Member member : struct.members()) {
                    GeneratedClasses.walk(member, part -> {
                        if (part.sensitive() && part.redaction() == Redaction.NONE && member.redaction() == Redaction.NONE) {
                            clear.add(struct + "." + member);
                        }
                    });
                }
            }
        }
        assertThat(clear).isEmpty();
    }

    private static OperationSchema<?, ?> operation(String id, String name) {
        ServiceSchema service = Services.byId(id);
        return Objects.requireNonNull(service.operation(name), name);
    }

    private static Member member(StructSchema<?> start, String path) {
        StructSchema<?> struct = start;
        Member member = null;
        for (String name : path.split("\\.", -1)) {
            if (member != null) {
                struct = structIn(member.target());
            }
            member = Objects.requireNonNull(struct.memberNamed(name), name);
        }
        return Objects.requireNonNull(member);
    }

    private static StructSchema<?> structIn(Schema schema) {
        if (schema instanceof ListSchema list) {
            return structIn(list.element().target());
        }
        return schema instanceof MapSchema map ? structIn(map.value().target()) : (StructSchema<?>) schema;
    }
}
