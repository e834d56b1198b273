package io.vaportrail.trail.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.policy.MemberLookup;
import io.vaportrail.core.policy.ResourceArns;
import io.vaportrail.model.Services;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.kms.KmsService;
import io.vaportrail.model.s3.DeleteObjectsRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.secretsmanager.SecretsManagerService;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.AccessTrait;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ResourceTrait;
import io.vaportrail.schema.StructBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceArnsTest {
    /** Policies have no say in who is asking, nor in a user's own sessions. */
    private static final Set<String> FREE_FOR_ALL = Set.of("sts.GetCallerIdentity", "sts.GetSessionToken");

    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "eu-west-1";

    @Test
    void aQueueIsFoundByItsUrlInItsOwnersAccount() {
        assertThat(of(SqsService.SEND_MESSAGE_BATCH, Map.of("QueueUrl", "http://localhost:4566/111122223333/orders")))
                .isEqualTo("sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:orders");
    }

    @Test
    void aQueueIsFoundByItsNameAndOwner() {
        assertThat(of(
                        SqsService.GET_QUEUE_URL,
                        Map.of("QueueName", "orders", "QueueOwnerAWSAccountId", "111122223333")))
                .isEqualTo("sqs:GetQueueUrl arn:aws:sqs:eu-west-1:111122223333:orders");
        assertThat(of(SqsService.GET_QUEUE_URL, Map.of("QueueName", "orders")))
                .isEqualTo("sqs:GetQueueUrl arn:aws:sqs:eu-west-1:000000000000:orders");
    }

    @Test
    void anActionWithoutResourcesWorksOnEverything() {
        assertThat(of(SqsService.LIST_QUEUES, Map.of())).isEqualTo("sqs:ListQueues *");
    }

    @Test
    void anArnIsTakenAsItIs() {
        assertThat(of(SnsService.PUBLISH, Map.of("TopicArn", "arn:aws:sns:us-east-1:111122223333:news")))
                .isEqualTo("sns:Publish arn:aws:sns:us-east-1:111122223333:news");
        assertThat(of(
                        SnsService.UNSUBSCRIBE,
                        Map.of("SubscriptionArn", "arn:aws:sns:us-east-1:111122223333:news:1-2-3")))
                .isEqualTo("sns:Unsubscribe arn:aws:sns:us-east-1:111122223333:news");
    }

    @Test
    void objectsHaveBucketAndKey() {
        assertThat(of(S3Service.GET_OBJECT, Map.of("Bucket", "b", "Key", "a/c.txt")))
                .isEqualTo("s3:GetObject arn:aws:s3:::b/a/c.txt");
        assertThat(of(S3Service.GET_OBJECT, Map.of("Bucket", "b", "Key", "a/c.txt", "VersionId", "7")))
                .isEqualTo("s3:GetObjectVersion arn:aws:s3:::b/a/c.txt");
        assertThat(of(S3Service.HEAD_OBJECT, Map.of("Bucket", "b", "Key", "k")))
                .isEqualTo("s3:GetObject arn:aws:s3:::b/k");
        assertThat(of(S3Service.LIST_OBJECTS_V2, Map.of("Bucket", "b"))).isEqualTo("s3:ListBucket arn:aws:s3:::b");
        assertThat(of(S3Service.LIST_BUCKETS, Map.of())).isEqualTo("s3:ListAllMyBuckets *");
    }

    @Test
    void aCopyReadsItsSourceAndWritesItsTarget() {
        assertThat(of(
                        S3Service.COPY_OBJECT,
                        Map.of("Bucket", "b", "Key", "k", "CopySource", "/from/a%20b?versionId=3")))
                .isEqualTo("s3:GetObject arn:aws:s3:::from/a b; s3:PutObject arn:aws:s3:::b/k");
        assertThat(of(
                        S3Service.COPY_OBJECT,
                        Map.of("Bucket", "b", "Key", "k", "CopySource", "from/a", "Tagging", "x=y")))
                .endsWith("; s3:PutObject arn:aws:s3:::b/k; s3:PutObjectTagging arn:aws:s3:::b/k");
    }

    @Test
    void everyElementOfAListIsAResource() {
        assertThat(S3Service.DELETE_OBJECTS.input()).isSameAs(DeleteObjectsRequest.SCHEMA);
        List<String> keys = List.of("one", "two");
        MemberLookup lookup = path -> {
            String names = String.join(".", path.stream().map(Member::name).toList());
            return switch (names) {
                case "Bucket" -> List.of("b");
                case "Delete.Objects.Key" -> keys;
                default -> List.of();
            };
        };
        assertThat(ResourceArns.of(S3Service.DELETE_OBJECTS, lookup, ACCOUNT, REGION))
                .containsExactly(new ResourceArns.Access(
                        "s3:DeleteObject", List.of("arn:aws:s3:::b/one", "arn:aws:s3:::b/two")));
    }

    @Test
    void pathsComeBeforeNames() {
        assertThat(of(IamService.CREATE_USER, Map.of("UserName", "sarah", "Path", "/dev/")))
                .isEqualTo("iam:CreateUser arn:aws:iam::000000000000:user/dev/sarah");
        assertThat(of(IamService.CREATE_USER, Map.of("UserName", "sarah")))
                .isEqualTo("iam:CreateUser arn:aws:iam::000000000000:user/sarah");
        assertThat(of(IamService.CREATE_ACCESS_KEY, Map.of()))
                .isEqualTo("iam:CreateAccessKey arn:aws:iam::000000000000:user/${aws:username}");
        assertThat(of(
                        IamService.ATTACH_ROLE_POLICY,
                        Map.of("RoleName", "r", "PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess")))
                .isEqualTo("iam:AttachRolePolicy arn:aws:iam::000000000000:role/r");
    }

    @Test
    void keysMayBeGivenByIdArnOrAlias() {
        assertThat(of(KmsService.ENCRYPT, Map.of("KeyId", "1234")))
                .isEqualTo("kms:Encrypt arn:aws:kms:eu-west-1:000000000000:key/1234");
        assertThat(of(KmsService.ENCRYPT, Map.of("KeyId", "alias/app")))
                .isEqualTo("kms:Encrypt arn:aws:kms:eu-west-1:000000000000:alias/app");
        assertThat(of(KmsService.ENCRYPT, Map.of("KeyId", "arn:aws:kms:us-east-1:111122223333:alias/app")))
                .isEqualTo("kms:Encrypt arn:aws:kms:us-east-1:111122223333:alias/app");
    }

    @Test
    void secretsGivenByNameStandForAllTheirSuffixes() {
        assertThat(of(SecretsManagerService.GET_SECRET_VALUE, Map.of("SecretId", "db")))
                .isEqualTo(
                        "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:000000000000:secret:db-??????");
        String arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf";
        assertThat(of(SecretsManagerService.GET_SECRET_VALUE, Map.of("SecretId", arn)))
                .isEqualTo("secretsmanager:GetSecretValue " + arn);
    }

    @Test
    void parametersLoseTheirLeadingSlash() {
        OperationSchema<?, ?> get = operation("ssm", "GetParameter");
        assertThat(of(get, Map.of("Name", "/app/db")))
                .isEqualTo("ssm:GetParameter arn:aws:ssm:eu-west-1:000000000000:parameter/app/db");
        assertThat(of(
                        operation("ssm", "AddTagsToResource"),
                        Map.of("ResourceType", "ManagedInstance", "ResourceId", "mi-1")))
                .isEqualTo("ssm:AddTagsToResource arn:aws:ssm:eu-west-1:000000000000:managed-instance/mi-1");
    }

    @Test
    void logGroupsEndWithAStar() {
        OperationSchema<?, ?> delete = operation("logs", "DeleteLogGroup");
        assertThat(of(delete, Map.of("logGroupName", "/app")))
                .isEqualTo("logs:DeleteLogGroup arn:aws:logs:eu-west-1:000000000000:log-group:/app:*");
        OperationSchema<?, ?> get = operation("logs", "GetLogEvents");
        assertThat(of(
                        get,
                        Map.of(
                                "logGroupIdentifier",
                                "arn:aws:logs:us-east-1:111122223333:log-group:/app",
                                "logStreamName",
                                "s")))
                .isEqualTo("logs:GetLogEvents arn:aws:logs:us-east-1:111122223333:log-group:/app:log-stream:s");
    }

    @Test
    void rulesMayBelongToABus() {
        OperationSchema<?, ?> put = operation("events", "PutRule");
        assertThat(of(put, Map.of("Name", "r")))
                .isEqualTo("events:PutRule arn:aws:events:eu-west-1:000000000000:rule/r");
        assertThat(of(put, Map.of("Name", "r", "EventBusName", "arn:aws:events:eu-west-1:000000000000:event-bus/mine")))
                .isEqualTo("events:PutRule arn:aws:events:eu-west-1:000000000000:rule/mine/r");
    }

    @Test
    void everyOperationOfEveryModelNeedsAtLeastOnePermission() {
        List<String> unclear = new ArrayList<>();
        for (String id : Services.ids()) {
            for (OperationSchema<?, ?> operation : Services.byId(id).operations()) {
                List<ResourceArns.Access> needed =
                        ResourceArns.of(operation, path -> List.of("value"), ACCOUNT, REGION);
                boolean filled = needed.stream()
                        .flatMap(access -> access.resources().stream())
                        .noneMatch(arn -> arn.contains("${"));
                boolean clear = FREE_FOR_ALL.contains(operation.toString())
                        ? operation.accesses().isEmpty()
                        : filled && unconditional(operation);
                if (!clear) {
                    unclear.add(operation.toString());
                }
            }
        }
        assertThat(unclear).isEmpty();
    }

    /** Whether a call without optional members needs something. */
    private static boolean unconditional(OperationSchema<?, ?> operation) {
        return operation.accesses().stream()
                .map(AccessTrait::condition)
                .anyMatch(condition -> condition.isEmpty() || condition.startsWith("!"));
    }

    @Test
    void recordedResourcesAreReadTheSameWay() {
        ResourceTrait queue = SqsService.SEND_MESSAGE.recordedResources().get(0);
        assertThat(queue.type()).isEqualTo("AWS::SQS::Queue");
        assertThat(ResourceArns.arns(queue, SqsService.SEND_MESSAGE.input(), path -> List.of("q"), ACCOUNT, REGION))
                .containsExactly("arn:aws:sqs:eu-west-1:000000000000:q");
    }

    private static OperationSchema<?, ?> operation(String service, String name) {
        OperationSchema<?, ?> operation = Services.byId(service).operation(name);
        if (operation == null) {
            throw new AssertionError(service + "." + name);
        }
        return operation;
    }

    private static String of(OperationSchema<?, ?> operation, Map<String, String> input) {
        StructBuilder<?> builder = operation.input().newBuilder();
        for (Member member : operation.input().members()) {
            builder.set(member.index(), input.get(member.name()));
        }
        List<String> needed = new ArrayList<>();
        for (ResourceArns.Access access :
                ResourceArns.of(operation, MemberLookup.of(builder.build()), ACCOUNT, REGION)) {
            needed.add(access.action() + " " + String.join(",", access.resources()));
        }
        return String.join("; ", needed);
    }
}
