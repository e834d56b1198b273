package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailResponse;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailInfo;

/** What trails may be made, and how they are shown. */
class CreateTrailTest extends TrailsTest {
    @Test
    void makesATrailThatDoesNotLogYet() {
        bucket(BUCKET, policy(BUCKET, "audit/", "t-1"));

        CreateTrailResponse made = cloudTrail.createTrail(
                r -> r.name("t-1").s3BucketName(BUCKET).s3KeyPrefix("audit").enableLogFileValidation(true));

        assertThat(made.name()).isEqualTo("t-1");
        assertThat(made.trailARN()).isEqualTo(trailArn("t-1"));
        assertThat(made.s3BucketName()).isEqualTo(BUCKET);
        assertThat(made.s3KeyPrefix()).isEqualTo("audit");
        assertThat(made.includeGlobalServiceEvents()).isTrue();
        assertThat(made.isMultiRegionTrail()).isFalse();
        assertThat(made.logFileValidationEnabled()).isTrue();
        assertThat(made.isOrganizationTrail()).isFalse();
        assertThat(status("t-1").isLogging()).isFalse();

        Trail shown = cloudTrail.getTrail(r -> r.name(trailArn("t-1"))).trail();
        assertThat(shown.homeRegion()).isEqualTo(REGION);
        assertThat(shown.hasCustomEventSelectors()).isFalse();
        assertThat(shown.hasInsightSelectors()).isFalse();
        assertThat(cloudTrail.describeTrails().trailList()).containsExactly(shown);
        assertThat(cloudTrail.describeTrails(r -> r.trailNameList("other")).trailList())
                .isEmpty();
        assertThat(cloudTrail.listTrails(r -> {}).trails())
                .containsExactly(TrailInfo.builder()
                        .name("t-1")
                        .trailARN(trailArn("t-1"))
                        .homeRegion(REGION)
                        .build());
        // AWS leaves an empty object where the files will lie.
        assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET)).contents())
                .extracting(o -> o.key())
                .containsExactly("audit/AWSLogs/" + ACCOUNT + "/CloudTrail/");
    }

    @Test
    void wantsABucketThatIsThere() {
        assertRefused(
                "S3BucketDoesNotExistException",
                "S3 bucket audit-bucket does not exist!",
                () -> cloudTrail.createTrail(r -> r.name("t-1").s3BucketName(BUCKET)));
        assertThat(cloudTrail.describeTrails().trailList()).isEmpty();
    }

    static Stream<Arguments> policiesThatDoNotDo() {
        String good = policy(BUCKET, "", "t-1");
        return Stream.of(
                Arguments.of("of another trail", policy(BUCKET, "", "t-2")),
                Arguments.of("for a prefix", policy(BUCKET, "audit/", "t-1")),
                Arguments.of("without GetBucketAcl", good.replace("s3:GetBucketAcl", "s3:GetBucketLocation")),
                Arguments.of("without PutObject", good.replace("s3:PutObject", "s3:GetObject")),
                Arguments.of("with another ACL", good.replace("bucket-owner-full-control", "private")),
                Arguments.of("of another service", good.replace("cloudtrail.amazonaws.com", "config.amazonaws.com")),
                Arguments.of(
                        "of another account", good.replace("AWSLogs/" + ACCOUNT + "/*", "AWSLogs/111122223333/*")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policiesThatDoNotDo")
    void wantsAPolicyThatLetsItDeliver(String what, String policy) {
        bucket(BUCKET, policy);

        assertRefused(
                "InsufficientS3BucketPolicyException",
                "Incorrect S3 bucket policy is detected for bucket: audit-bucket",
                () -> cloudTrail.createTrail(r -> r.name("t-1").s3BucketName(BUCKET)));

        s3.deleteBucketPolicy(r -> r.bucket(BUCKET));
        assertRefused(
                "InsufficientS3BucketPolicyException",
                "Incorrect S3 bucket policy is detected for bucket: audit-bucket",
                () -> cloudTrail.createTrail(r -> r.name("t-1").s3BucketName(BUCKET)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ab | Trail name too short. Minimum allowed length: 3 characters. Specified name length: 2 characters.",
                "a b | Trail name or ARN can only contain uppercase letters, lowercase letters, numbers, periods (.), "
                        + "hyphens (-), and underscores (_).",
                "-abc | Trail name must starts with a letter or number.",
                "abc- | Trail name must ends with a letter or number.",
                "a._b | Trail name cannot have adjacent periods, hyphens or underscores.",
                "10.0.0.1 | Trail name cannot be in IP address format."
            })
    void hasRulesForNames(String name, String message) {
        bucketFor("t-1");

        assertRefused(
                "InvalidTrailNameException",
                message,
                () -> cloudTrail.createTrail(r -> r.name(name).s3BucketName(BUCKET)));
    }

    @Test
    void takesNamesUpTo128Characters() {
        String longest = "a".repeat(128);
        bucketFor(longest);

        assertThat(AwsError.of(() -> cloudTrail.createTrail(
                                r -> r.name(longest + "a").s3BucketName(BUCKET)))
                        .code())
                .isEqualTo("InvalidTrailNameException");
        assertThat(cloudTrail
                        .createTrail(r -> r.name(longest).s3BucketName(BUCKET))
                        .name())
                .isEqualTo(longest);
    }

    private static Arguments refused(String code, Consumer<CreateTrailRequest.Builder> how) {
        return Arguments.of(code, how);
    }

    static Stream<Arguments> requestsThatMakeNoSense() {
        String group = "arn:aws:logs:us-east-1:000000000000:log-group:g:*";
        String role = "arn:aws:iam::000000000000:role/r";
        return Stream.of(
                refused("InvalidParameterCombinationException", r -> r.isMultiRegionTrail(true)
                        .includeGlobalServiceEvents(false)),
                refused("InvalidCloudWatchLogsRoleArnException", r -> r.cloudWatchLogsLogGroupArn(group)),
                refused("InvalidCloudWatchLogsLogGroupArnException", r -> r.cloudWatchLogsRoleArn(role)),
                refused("InvalidCloudWatchLogsLogGroupArnException", r -> r.cloudWatchLogsLogGroupArn(
                                group.replace("us-east-1", ELSEWHERE))
                        .cloudWatchLogsRoleArn(role)),
                refused("InvalidCloudWatchLogsRoleArnException", r -> r.cloudWatchLogsLogGroupArn(group)
                        .cloudWatchLogsRoleArn("role")),
                refused("OrganizationsNotInUseException", r -> r.isOrganizationTrail(true)),
                refused("InvalidS3PrefixException", r -> r.s3KeyPrefix("p".repeat(201))),
                refused("InvalidS3BucketNameException", r -> r.s3BucketName("no_such_name")),
                refused("InvalidSnsTopicNameException", r -> r.snsTopicName("no such topic")),
                refused("InsufficientSnsTopicPolicyException", r -> r.snsTopicName("missing")),
                refused("InvalidKmsKeyIdException", r -> r.kmsKeyId("no key")),
                refused("InvalidTagParameterException", r -> r.tagsList(tag("aws:x", "1"))),
                refused("InvalidTagParameterException", r -> r.tagsList(tag("x", "1"), tag("x", "2"))),
                refused("InvalidTagParameterException", r -> r.tagsList(tag("x*", "1"))),
                refused("InvalidTagParameterException", r -> r.tagsList(tag("x", "{}"))));
    }

    @ParameterizedTest
    @MethodSource("requestsThatMakeNoSense")
    void refusesWhatMakesNoSense(String code, Consumer<CreateTrailRequest.Builder> how) {
        bucketFor("t-1");

        AwsError error = AwsError.of(() -> cloudTrail.createTrail(r -> {
            r.name("t-1").s3BucketName(BUCKET);
            how.accept(r);
        }));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isBetween(400, 499);
        assertThat(cloudTrail.listTrails(r -> {}).trails()).isEmpty();
    }

    @Test
    void allowsFiveInARegionShadowsIncluded() {
        s3.createBucket(r -> r.bucket(BUCKET));
        s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(policy(BUCKET, "", "*").replace("StringEquals", "StringLike")));
        var there = emulator.clients().cloudTrail("test", ELSEWHERE);
        String elsewhere = policy(BUCKET, "", "*")
                .replace("StringEquals", "StringLike")
                .replace("arn:aws:cloudtrail:" + REGION, "arn:aws:cloudtrail:*");
        s3.putBucketPolicy(r -> r.bucket(BUCKET).policy(elsewhere));
        there.createTrail(r -> r.name("everywhere").s3BucketName(BUCKET).isMultiRegionTrail(true));
        for (int i = 1; i <= 4; i++) {
            String name = "t-" + i;
            cloudTrail.createTrail(r -> r.name(name).s3BucketName(BUCKET));
        }

        assertRefused(
                "MaximumNumberOfTrailsExceededException",
                "User: 000000000000 already has 5 trails in us-east-1.",
                () -> cloudTrail.createTrail(r -> r.name("t-5").s3BucketName(BUCKET)));
        there.createTrail(r -> r.name("t-6").s3BucketName(BUCKET));
        assertThat(AwsError.of(() -> there.updateTrail(r -> r.name("t-6").isMultiRegionTrail(true)))
                        .code())
                .isEqualTo("MaximumNumberOfTrailsExceededException");
        cloudTrail.deleteTrail(r -> r.name("t-4"));
        cloudTrail.createTrail(r -> r.name("t-5").s3BucketName(BUCKET));
        assertRefused(
                "TrailAlreadyExistsException",
                "Trail t-6 already exists for customer: 000000000000",
                () -> there.createTrail(r -> r.name("t-6").s3BucketName(BUCKET)));
    }

    @Test
    void tagsTrails() {
        bucketFor("t-1");
        cloudTrail.createTrail(
                r -> r.name("t-1").s3BucketName(BUCKET).tagsList(tag("stage", "test"), tag("team", "audit")));

        cloudTrail.addTags(r -> r.resourceId(trailArn("t-1")).tagsList(tag("stage", "live"), tag("owner", "sarah")));
        cloudTrail.removeTags(r ->
                r.resourceId(trailArn("t-1")).tagsList(Tag.builder().key("team").build()));

        assertThat(tags("t-1")).containsExactly(tag("stage", "live"), tag("owner", "sarah"));
        assertThat(AwsError.of(() -> tags("other")).code()).isEqualTo("ResourceNotFoundException");
        assertThat(AwsError.of(() -> cloudTrail.listTags(r -> r.resourceIdList("t-1")))
                        .code())
                .isEqualTo("CloudTrailARNInvalidException");
        List<Tag> many =
                IntStream.rangeClosed(1, 49).mapToObj(i -> tag("key-" + i, "v")).toList();
        assertThat(AwsError.of(() -> cloudTrail.addTags(
                                r -> r.resourceId(trailArn("t-1")).tagsList(many)))
                        .code())
                .isEqualTo("TagsLimitExceededException");
        cloudTrail.addTags(r -> r.resourceId(trailArn("t-1")).tagsList(many.subList(0, 48)));
        assertThat(tags("t-1")).hasSize(50);
    }

    @Test
    void takesTagsWithoutValuesAndAtHomeAlone() {
        bucketFor("t-1");
        cloudTrail.createTrail(r -> r.name("t-1").s3BucketName(BUCKET).isMultiRegionTrail(true));
        Tag bare = Tag.builder().key("café 1/2").build();

        cloudTrail.addTags(r -> r.resourceId(trailArn("t-1")).tagsList(bare));

        assertThat(tags("t-1")).containsExactly(bare);
        var there = emulator.clients().cloudTrail("test", ELSEWHERE);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> there.addTags(r -> r.resourceId(trailArn("t-1")).tagsList(bare)),
                () -> there.removeTags(r -> r.resourceId(trailArn("t-1")).tagsList(bare)),
                () -> there.listTags(r -> r.resourceIdList(trailArn("t-1"))))) {
            assertThat(AwsError.of(call).code()).isEqualTo("ResourceNotFoundException");
        }
    }

    private List<Tag> tags(String trail) {
        return cloudTrail
                .listTags(r -> r.resourceIdList(trailArn(trail)))
                .resourceTagList()
                .get(0)
                .tagsList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
