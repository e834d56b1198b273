package io.vaportrail.trail.record;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.PutRuleRequest;
import io.vaportrail.model.iam.CreateUserRequest;
import io.vaportrail.model.iam.CreateUserResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.User;
import io.vaportrail.model.kms.CreateKeyResponse;
import io.vaportrail.model.kms.DecryptRequest;
import io.vaportrail.model.kms.DecryptResponse;
import io.vaportrail.model.kms.KeyMetadata;
import io.vaportrail.model.kms.KmsService;
import io.vaportrail.model.logs.CreateLogGroupRequest;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.secretsmanager.CreateSecretRequest;
import io.vaportrail.model.secretsmanager.CreateSecretResponse;
import io.vaportrail.model.secretsmanager.DeleteSecretResponse;
import io.vaportrail.model.secretsmanager.SecretsManagerService;
import io.vaportrail.model.ssm.PutParameterRequest;
import io.vaportrail.model.ssm.PutParameterResult;
import io.vaportrail.model.ssm.SendCommandRequest;
import io.vaportrail.model.ssm.SsmService;
import io.vaportrail.model.ssm.StartSessionResponse;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import io.vaportrail.model.sts.Credentials;
import io.vaportrail.model.sts.StsService;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.trail.store.TrailFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What differs from service to service. */
class ServiceRecordsTest {
    private static final Instant DATE = Instant.parse("2025-07-09T00:07:09.9Z");

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();

    @Test
    void kmsWritesDatesWithACommaAndKeepsTheAccountIdsName() {
        String record = record(
                KmsService.CREATE_KEY,
                null,
                CreateKeyResponse.builder()
                        .keyMetadata(KeyMetadata.builder()
                                .awsAccountId(ACCOUNT)
                                .keyId("k")
                                .creationDate(DATE)
                                .enabled(true)
                                .build())
                        .build());
        assertThat(record)
                .contains("\"responseElements\":{\"keyMetadata\":{\"AWSAccountId\":\"111122223333\",\"keyId\":\"k\","
                        + "\"creationDate\":\"Jul 9, 2025, 12:07:09 AM\",\"enabled\":true}}");
    }

    @Test
    void kmsLeavesOutCiphertextAndListsNoResourcesAsAnEmptyList() {
        String record = record(
                KmsService.DECRYPT,
                DecryptRequest.builder()
                        .ciphertextBlob(Blob.ofUtf8("cipher"))
                        .encryptionContext(Map.of("PARAMETER_ARN", "arn:x"))
                        .encryptionAlgorithm("SYMMETRIC_DEFAULT")
                        .build(),
                DecryptResponse.builder().plaintext(Blob.ofUtf8("plain")).build());
        assertThat(record)
                .contains("\"requestParameters\":{\"encryptionContext\":{\"PARAMETER_ARN\":\"arn:x\"},"
                        + "\"encryptionAlgorithm\":\"SYMMETRIC_DEFAULT\"},\"responseElements\":null")
                .contains("\"readOnly\":true,\"resources\":[],\"eventType\"");
    }

    @Test
    void iamWritesDatesWithoutThatCommaAndIsRecordedInUsEast1() {
        String record = record(
                IamService.CREATE_USER,
                CreateUserRequest.builder().userName("bob").build(),
                CreateUserResponse.builder()
                        .user(User.builder()
                                .path("/")
                                .userName("bob")
                                .userId("AIDAEXAMPLE")
                                .arn("arn:aws:iam::111122223333:user/bob")
                                .createDate(DATE)
                                .build())
                        .build());
        assertThat(record)
                .contains("\"awsRegion\":\"us-east-1\"")
                .contains("\"createDate\":\"Jul 9, 2025 12:07:09 AM\"");
    }

    @Test
    void secretsManagerLeavesTheSecretOutAndNamesArnsInTwoWays() {
        assertThat(record(
                        SecretsManagerService.CREATE_SECRET,
                        CreateSecretRequest.builder()
                                .name("s")
                                .secretString("hush")
                                .forceOverwriteReplicaSecret(false)
                                .build(),
                        CreateSecretResponse.builder().arn("arn:s").build()))
                .contains("\"requestParameters\":{\"name\":\"s\",\"forceOverwriteReplicaSecret\":false},"
                        + "\"responseElements\":{\"arn\":\"arn:s\"}");
        assertThat(record(
                        SecretsManagerService.DELETE_SECRET,
                        null,
                        DeleteSecretResponse.builder()
                                .arn("arn:s")
                                .name("s")
                                .deletionDate(DATE)
                                .build()))
                .contains("\"responseElements\":{\"aRN\":\"arn:s\",\"name\":\"s\","
                        + "\"deletionDate\":\"Jul 9, 2025, 12:07:09 AM\"}");
    }

    @Test
    void ssmHidesValuesAndWholeObjectsAndTheSessionsTokenInItsOwnWords() {
        Call put = call(SsmService.PUT_PARAMETER);
        put.audit().resource("", "arn:aws:ssm:eu-west-1:111122223333:parameter/a");
        assertThat(record(
                        put,
                        PutParameterRequest.builder()
                                .name("/a")
                                .value("v")
                                .type("String")
                                .overwrite(false)
                                .build(),
                        PutParameterResult.builder()
                                .version(1L)
                                .tier("Standard")
                                .build(),
                        null))
                .contains("\"requestParameters\":{\"name\":\"/a\",\"value\":\"HIDDEN_DUE_TO_SECURITY_REASONS\","
                        + "\"type\":\"String\",\"overwrite\":false},"
                        + "\"responseElements\":{\"version\":1,\"tier\":\"Standard\"}")
                .contains("\"resources\":[{\"accountId\":\"111122223333\","
                        + "\"ARN\":\"arn:aws:ssm:eu-west-1:111122223333:parameter/a\"}]");
        assertThat(record(
                        SsmService.SEND_COMMAND,
                        SendCommandRequest.builder()
                                .documentName("D")
                                .parameters(Map.of("commands", List.of("rm")))
                                .build(),
                        null))
                .contains("\"parameters\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"");
        assertThat(record(
                        SsmService.START_SESSION,
                        null,
                        StartSessionResponse.builder()
                                .sessionId("s")
                                .tokenValue("t")
                                .build()))
                .contains("\"tokenValue\":\"Value hidden due to security reasons.\"");
    }

    @Test
    void stsShowsCredentialsWithoutTheSecretAlthoughAssumeRoleIsReadOnly() {
        Call call = call(StsService.ASSUME_ROLE);
        call.audit().resource("AWS::IAM::Role", "arn:aws:iam::444455556666:role/Jobs");
        String record = record(
                call,
                assumeRole(),
                AssumeRoleResponse.builder()
                        .credentials(Credentials.builder()
                                .accessKeyId("ASIAEXAMPLE")
                                .secretAccessKey("hush")
                                .sessionToken("token")
                                .expiration(DATE)
                                .build())
                        .assumedRoleUser(AssumedRoleUser.builder()
                                .assumedRoleId("AROAEXAMPLE:s")
                                .arn("arn:r/s")
                                .build())
                        .build(),
                null);
        assertThat(record)
                .contains("\"responseElements\":{\"credentials\":{\"accessKeyId\":\"ASIAEXAMPLE\","
                        + "\"sessionToken\":\"token\",\"expiration\":\"Jul 9, 2025, 12:07:09 AM\"},"
                        + "\"assumedRoleUser\":{\"assumedRoleId\":\"AROAEXAMPLE:s\",\"arn\":\"arn:r/s\"}}")
                .contains(
                        "\"readOnly\":true,\"resources\":[{\"accountId\":\"444455556666\",\"type\":\"AWS::IAM::Role\"");
    }

    @Test
    void aDeniedAssumeRoleLosesItsParameters() {
        assertThat(record(
                        call(StsService.ASSUME_ROLE),
                        assumeRole(),
                        null,
                        CommonError.sender("AccessDenied", 403, "not allowed")))
                .contains("\"errorCode\":\"AccessDenied\",\"errorMessage\":\"not allowed\",\"requestParameters\":null");
    }

    @Test
    void stsIsRecordedInItsRegionOrInUsEast1WhenTheGlobalEndpointWasCalled() {
        assertThat(record(StsService.GET_CALLER_IDENTITY, null, null)).contains("\"awsRegion\":\"eu-west-1\"");
        CallOrigin global = CallOrigin.within("192.0.2.7", "a", "https://sts.amazonaws.com")
                .over(null, "sts.amazonaws.com:443", null);
        assertThat(record(call(StsService.GET_CALLER_IDENTITY, SARAH, "eu-west-1", global), null, null, null))
                .contains("\"awsRegion\":\"us-east-1\"");
    }

    @Test
    void s3PutsTheAgentInBracketsAndNamesTheOwnerOfABucketButNotOfAnObject() {
        Call call = call(S3Service.GET_OBJECT);
        call.audit().resource("AWS::S3::Object", "arn:aws:s3:::b/k");
        call.audit().resource("AWS::S3::Bucket", "arn:aws:s3:::b");
        assertThat(record(call, null, null, null))
                .contains("\"userAgent\":\"[aws-cli/2.15.0]\"")
                .contains("\"resources\":[{\"type\":\"AWS::S3::Object\",\"ARN\":\"arn:aws:s3:::b/k\"},"
                        + "{\"accountId\":\"111122223333\",\"type\":\"AWS::S3::Bucket\",\"ARN\":\"arn:aws:s3:::b\"}]");
    }

    @Test
    void logsAndEventsStateTheirApiVersion() {
        assertThat(record(
                        LogsService.CREATE_LOG_GROUP,
                        CreateLogGroupRequest.builder().logGroupName("g").build(),
                        null))
                .contains("\"eventType\":\"AwsApiCall\",\"apiVersion\":\"20140328\",\"managementEvent\":true");
        assertThat(record(
                        EventsService.PUT_RULE,
                        PutRuleRequest.builder().name("r").build(),
                        null))
                .contains("\"apiVersion\":\"2015-10-07\"");
    }

    private static AssumeRoleRequest assumeRole() {
        return AssumeRoleRequest.builder()
                .roleArn("arn:aws:iam::444455556666:role/Jobs")
                .roleSessionName("s")
                .build();
    }

    private String record(OperationSchema<?, ?> operation, @Nullable Struct input, @Nullable Struct output) {
        return record(call(operation), input, output, null);
    }

    private String record(
            Call call, @Nullable Struct input, @Nullable Struct output, @Nullable ServiceException error) {
        trail.store.record(call, input, output, error);
        return trail.newest(renderer::render);
    }
}
