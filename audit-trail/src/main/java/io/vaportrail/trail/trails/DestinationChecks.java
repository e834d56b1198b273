package io.vaportrail.trail.trails;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.cloudtrail.InsufficientS3BucketPolicyException;
import io.vaportrail.model.cloudtrail.InsufficientSnsTopicPolicyException;
import io.vaportrail.model.cloudtrail.InvalidCloudWatchLogsLogGroupArnException;
import io.vaportrail.model.cloudtrail.InvalidCloudWatchLogsRoleArnException;
import io.vaportrail.model.cloudtrail.KmsKeyDisabledException;
import io.vaportrail.model.cloudtrail.KmsKeyNotFoundException;
import io.vaportrail.model.cloudtrail.S3BucketDoesNotExistException;
import io.vaportrail.model.kms.DescribeKeyRequest;
import io.vaportrail.model.kms.DescribeKeyResponse;
import io.vaportrail.model.kms.KmsService;
import io.vaportrail.model.s3.GetBucketAclRequest;
import io.vaportrail.model.s3.ObjectCannedACL;
import io.vaportrail.model.s3.PutObjectRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.model.sns.SnsService;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ServiceException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks whether a trail could deliver, by trying what a delivery does: as AWS, it leaves an empty object where log files will lie and
 * sends the topic a line. Errors are worded as users report them of AWS; those about keys are UNVERIFIED.
 */
final class DestinationChecks {
    /** What a topic's subscribers get when it becomes a trail's. */
    static final String TOPIC_TEST = "CloudTrail validation message.";

    private static final Map<String, Function<String, ServiceException>> BUCKET_ERRORS = Map.of(
            "NoSuchBucket", bucket -> S3BucketDoesNotExistException.of("S3 bucket " + bucket + " does not exist!"),
            "AccessDenied",
                    bucket -> InsufficientS3BucketPolicyException.of(
                            "Incorrect S3 bucket policy is detected for bucket: " + bucket));

    private final CloudTrailCalls calls;
    private final EmulatorClock clock;

    DestinationChecks(CloudTrailCalls calls, EmulatorClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Completes with the settings, the key's ARN in them, when everything that is new compared with the former is in order. */
    CompletionStage<TrailSettings> check(TrailArn arn, TrailSettings settings, Changes changes, Call cause) {
        CompletionStage<?> done = CompletableFuture.completedStage(null);
        if (changes.bucket()) {
            done = done.thenCompose(before -> bucket(arn, settings, cause));
        }
        String topic = settings.topicArn();
        if (changes.topic() && topic != null) {
            done = done.thenCompose(before -> topic(arn, topic, cause));
        }
        LogGroup group = LogGroup.of(arn, settings);
        if (changes.logGroup() && group != null) {
            done = done.thenCompose(before -> logGroup(group, cause));
        }
        String key = settings.kmsKeyId();
        if (changes.key() && key != null) {
            return done.thenCompose(before -> key(arn, key, settings, cause));
        }
        return done.thenApply(before -> settings);
    }

    /**
     * Which of the settings a call named.
     *
     * @param bucket the bucket or the prefix
     * @param topic the topic
     * @param logGroup the log group or its role
     * @param key the key
     */
    record Changes(boolean bucket, boolean topic, boolean logGroup, boolean key) {
        static final Changes ALL = new Changes(true, true, true, true);
    }

    private CompletionStage<?> bucket(TrailArn arn, TrailSettings settings, Call cause) {
        GetBucketAclRequest acl =
                GetBucketAclRequest.builder().bucket(settings.bucket()).build();
        PutObjectRequest object = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(settings.keyStart() + "AWSLogs/" + arn.accountId() + "/CloudTrail/")
                .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL)
                .body(Blob.EMPTY)
                .build();
        Supplier<CompletionStage<?>> put = () -> calls.call(S3Service.PUT_OBJECT, object, arn, arn.region(), cause);
        CompletionStage<?> asked = calls.call(S3Service.GET_BUCKET_ACL, acl, arn, arn.region(), cause)
                .thenCompose(before -> put.get());
        return reworded(asked, answer -> {
            Function<String, ServiceException> error =
                    BUCKET_ERRORS.get(answer.error().code());
            return error == null ? answer : error.apply(settings.bucket());
        });
    }

    private CompletionStage<?> topic(TrailArn arn, String topicArn, Call cause) {
        PublishInput line =
                PublishInput.builder().topicArn(topicArn).message(TOPIC_TEST).build();
        return reworded(
                calls.call(SnsService.PUBLISH, line, arn, regionOf(topicArn), cause),
                answer -> isMissing(answer)
                        ? answer
                        : InsufficientSnsTopicPolicyException.of(
                                "SNS Topic does not exist or the topic policy is incorrect!"));
    }

    static String regionOf(String arn) {
        return arn.split(":", 5)[3];
    }

    /** Where Logs is not there at all, the deliveries will say so. */
    private CompletionStage<?> logGroup(LogGroup group, Call cause) {
        CompletionStage<?> asked = reworded(
                        group.assumeRole(calls, clock.now(), cause),
                        answer -> isMissing(answer)
                                ? answer
                                : InvalidCloudWatchLogsRoleArnException.of(
                                        "Access denied. Check the trust relationships for your role."))
                .thenCompose(role -> reworded(
                        group.createStream(calls, role, cause),
                        answer -> isMissing(answer)
                                ? answer
                                : InvalidCloudWatchLogsLogGroupArnException.of(
                                        "Access denied. Check the permissions for your role.")));
        return asked.handle((done, failure) -> {
            ServiceException answer = failure == null ? null : CloudTrailCalls.answer(failure);
            if (failure != null && (answer == null || !isMissing(answer))) {
                throw answer == null ? new IllegalStateException(failure) : answer;
            }
            return done;
        });
    }

    private CompletionStage<TrailSettings> key(TrailArn arn, String key, TrailSettings settings, Call cause) {
        DescribeKeyRequest request = DescribeKeyRequest.builder().keyId(key).build();
        CompletionStage<DescribeKeyResponse> asked =
                calls.callAs(cause.caller(), KmsService.DESCRIBE_KEY, request, arn.region(), cause);
        return reworded(
                        asked,
                        answer -> answer.auditCode().equals("NotFoundException")
                                ? KmsKeyNotFoundException.of("KMS key not found: " + key)
                                : answer)
                .thenApply(answer -> {
                    var metadata = answer.keyMetadata();
                    if (metadata == null || !Boolean.TRUE.equals(metadata.enabled())) {
                        throw KmsKeyDisabledException.of("KMS key is disabled: " + key);
                    }
                    return settings.withKey(metadata.arn());
                });
    }

    private static boolean isMissing(ServiceException answer) {
        return answer.error().code().equals(CloudTrailCalls.NOT_IMPLEMENTED);
    }

    private static <T> CompletionStage<T> reworded(
            CompletionStage<T> asked, Function<ServiceException, ServiceException> wording) {
        return asked.exceptionallyCompose(failure -> {
            ServiceException answer = CloudTrailCalls.answer(failure);
            return CompletableFuture.failedStage(answer == null ? failure : wording.apply(answer));
        });
    }
}
