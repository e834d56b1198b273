package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupSummary;

class LogGroupTest extends LogsTest {
    private LogGroup only(String name) {
        return logs.describeLogGroups(r -> r.logGroupNamePrefix(name))
                .logGroups()
                .get(0);
    }

    private List<String> names(DescribeLogGroupsResponse answer) {
        return answer.logGroups().stream().map(LogGroup::logGroupName).toList();
    }

    @Test
    void isDescribedAsItWasMade() {
        group("/app/web");

        LogGroup found = only("/app/web");
        assertThat(found.arn()).isEqualTo(groupArn("/app/web") + ":*");
        assertThat(found.logGroupArn()).isEqualTo(groupArn("/app/web"));
        assertThat(found.creationTime()).isEqualTo(now());
        assertThat(found.logGroupClassAsString()).isEqualTo("STANDARD");
        assertThat(found.storedBytes()).isZero();
        assertThat(found.metricFilterCount()).isZero();
        assertThat(found.deletionProtectionEnabled()).isFalse();
        assertThat(found.retentionInDays()).isNull();
    }

    @Test
    void hasANameOfItsOwn() {
        group("a");

        assertRefused(
                "ResourceAlreadyExistsException",
                "The specified log group already exists",
                () -> logs.createLogGroup(r -> r.logGroupName("a")));
    }

    @Test
    void hasANameOfAtMost512Characters() {
        group("g".repeat(512));

        assertInvalid(
                "Invalid LogGroup or LogStream, both must have length less than or equal to 512.",
                () -> logs.createLogGroup(r -> r.logGroupName("g".repeat(513))));
    }

    @Test
    void leavesNamesOfAwsToAws() {
        assertInvalid("Log groups starting with AWS/ are reserved for AWS.", () -> group("aws/mine"));
        group("/aws/mine");
    }

    @Test
    void refusesOtherCharactersInAName() {
        assertInvalid(
                "1 validation error detected: Value 'a b' at 'logGroupName' failed to satisfy constraint: Member must "
                        + "satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
                () -> logs.createLogGroup(r -> r.logGroupName("a b")));
    }

    @Test
    void isGoneOnceDeleted() {
        group("a");
        logs.deleteLogGroup(r -> r.logGroupName("a"));

        assertThat(logs.describeLogGroups().logGroups()).isEmpty();
        assertRefused(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> logs.deleteLogGroup(r -> r.logGroupName("a")));
    }

    @Test
    void isKeptByItsDeletionProtection() {
        logs.createLogGroup(r -> r.logGroupName("a").deletionProtectionEnabled(true));
        stream("a", "s");

        assertThat(AwsError.of(() -> logs.deleteLogGroup(r -> r.logGroupName("a")))
                        .code())
                .isEqualTo("ValidationException");
        assertThat(AwsError.of(() ->
                                logs.deleteLogStream(r -> r.logGroupName("a").logStreamName("s")))
                        .code())
                .isEqualTo("ValidationException");
        logs.putLogGroupDeletionProtection(
                r -> r.logGroupIdentifier(groupArn("a")).deletionProtectionEnabled(false));
        logs.deleteLogGroup(r -> r.logGroupName("a"));
        assertThat(logs.describeLogGroups().logGroups()).isEmpty();
    }

    @Test
    void isFoundByPrefixAndByPartRegardlessOfCase() {
        group("/app/Web");
        group("/app/job");
        group("web");

        assertThat(names(logs.describeLogGroups(r -> r.logGroupNamePrefix("/app"))))
                .containsExactly("/app/Web", "/app/job");
        assertThat(names(logs.describeLogGroups(r -> r.logGroupNamePattern("WEB"))))
                .containsExactly("/app/Web", "web");
        LogGroup byPart = logs.describeLogGroups(r -> r.logGroupNamePattern("job"))
                .logGroups()
                .get(0);
        assertThat(byPart.storedBytes()).isNull();
        assertThat(byPart.deletionProtectionEnabled()).isNull();
        assertInvalid(
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.",
                () -> logs.describeLogGroups(r -> r.logGroupNamePattern("a").logGroupNamePrefix("a")));
    }

    @Test
    void isListedPageByPage() {
        for (int i = 0; i < 5; i++) {
            group("g" + i);
        }

        DescribeLogGroupsResponse first = logs.describeLogGroups(r -> r.limit(3));
        DescribeLogGroupsResponse second =
                logs.describeLogGroups(r -> r.limit(3).nextToken(first.nextToken()));
        assertThat(names(first)).containsExactly("g0", "g1", "g2");
        assertThat(names(second)).containsExactly("g3", "g4");
        assertThat(second.nextToken()).isNull();
        assertInvalid("The specified nextToken is invalid.", () -> logs.describeLogGroups(r -> r.nextToken("nowhere")));
    }

    @Test
    void isListedByPatternClassAndTags() {
        logs.createLogGroup(r -> r.logGroupName("app-one").tags(Map.of("stage", "test")));
        logs.createLogGroup(r -> r.logGroupName("app-two").logGroupClass("INFREQUENT_ACCESS"));

        assertThat(logs.listLogGroups(r -> r.logGroupNamePattern("^app|no-such-group"))
                        .logGroups())
                .extracting(LogGroupSummary::logGroupName)
                .containsExactly("app-one", "app-two");
        assertThat(logs.listLogGroups(r -> r.logGroupClass("INFREQUENT_ACCESS")).logGroups())
                .extracting(LogGroupSummary::logGroupArn)
                .containsExactly(groupArn("app-two"));
        assertThat(logs.listLogGroups(r -> r.logGroupNamePattern("no-such-group"))
                        .logGroups())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 14, 30, 365, 3653})
    void keepsEventsForDaysThatAwsOffers(int days) {
        group("a");
        logs.putRetentionPolicy(r -> r.logGroupName("a").retentionInDays(days));
        assertThat(only("a").retentionInDays()).isEqualTo(days);

        logs.deleteRetentionPolicy(r -> r.logGroupName("a"));
        assertThat(only("a").retentionInDays()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 366, 3654})
    void refusesOtherDays(int days) {
        group("a");

        AwsError error = AwsError.of(
                () -> logs.putRetentionPolicy(r -> r.logGroupName("a").retentionInDays(days)));
        assertThat(error.code()).isEqualTo("InvalidParameterException");
        assertThat(error.message())
                .startsWith("1 validation error detected: Value '" + days + "' at 'retentionInDays' failed to satisfy");
    }

    @Test
    void isSaidToBeEncrypted() {
        String key = "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        group("a");
        logs.associateKmsKey(r -> r.logGroupName("a").kmsKeyId(key));
        assertThat(only("a").kmsKeyId()).isEqualTo(key);

        logs.disassociateKmsKey(r -> r.resourceIdentifier(groupArn("a")));
        assertThat(only("a").kmsKeyId()).isNull();
        assertThat(AwsError.of(() ->
                                logs.associateKmsKey(r -> r.logGroupName("a").kmsKeyId("nonsense")))
                        .code())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    @SuppressWarnings("deprecation") // both ways must work
    void hasTagsByBothApis() {
        logs.createLogGroup(r -> r.logGroupName("a").tags(Map.of("env", "one")));
        logs.tagResource(r -> r.resourceArn(groupArn("a")).tags(Map.of("x", "1", "y", "2")));
        logs.tagLogGroup(r -> r.logGroupName("a").tags(Map.of("z", "3")));

        Map<String, String> all = Map.of("env", "one", "x", "1", "y", "2", "z", "3");
        assertThat(logs.listTagsLogGroup(r -> r.logGroupName("a")).tags()).isEqualTo(all);
        assertThat(logs.listTagsForResource(r -> r.resourceArn(groupArn("a"))).tags())
                .isEqualTo(all);

        logs.untagLogGroup(r -> r.logGroupName("a").tags("z"));
        logs.untagResource(r -> r.resourceArn(groupArn("a")).tagKeys("env", "x"));
        assertThat(logs.listTagsLogGroup(r -> r.logGroupName("a")).tags()).isEqualTo(Map.of("y", "2"));
    }

    @Test
    void hasAtMostFiftyTags() {
        Map<String, String> fifty = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            fifty.put("k" + i, "v");
        }
        logs.createLogGroup(r -> r.logGroupName("a").tags(fifty));

        assertThat(AwsError.of(() -> logs.tagResource(
                                r -> r.resourceArn(groupArn("a")).tags(Map.of("more", "v"))))
                        .code())
                .isEqualTo("TooManyTagsException");
    }

    @Test
    void belongsToItsAccountAndRegion() {
        group("a");

        assertThat(emulator.clients()
                        .logs("app", "eu-west-1")
                        .describeLogGroups()
                        .logGroups())
                .isEmpty();
        assertThat(emulator.clients().logs("111122223333").describeLogGroups().logGroups())
                .isEmpty();
    }

    @Test
    void leavesTagKeysOfAwsToAws() {
        group("a");
        Map<String, String> reserved = Map.of("AWS:mine", "v");

        assertInvalid(
                "Tag keys that start with aws: are reserved: AWS:mine",
                () -> logs.createLogGroup(r -> r.logGroupName("b").tags(reserved)));
        assertInvalid(
                "Tag keys that start with aws: are reserved: AWS:mine",
                () -> logs.tagResource(r -> r.resourceArn(groupArn("a")).tags(reserved)));
        assertThat(names(logs.describeLogGroups())).containsExactly("a");
    }

    @Test
    void isFoundByIdentifiersAlone() {
        group("a");
        group("b");

        assertThat(names(logs.describeLogGroups(r -> r.logGroupIdentifiers(groupArn("b"), "none"))))
                .containsExactly("b");
        assertThat(AwsError.of(() -> logs.describeLogGroups(
                                r -> r.logGroupIdentifiers("a").logGroupNamePrefix("a")))
                        .code())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void isNotReachedFromAnotherAccount() {
        groupAndStream();
        putNow("mine");
        CloudWatchLogsClient other = emulator.clients().logs("111122223333");

        assertRefused(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> other.filterLogEvents(r -> r.logGroupIdentifier(groupArn(GROUP))));
        assertRefused(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> other.putLogGroupDeletionProtection(
                        r -> r.logGroupIdentifier(groupArn(GROUP)).deletionProtectionEnabled(true)));
    }
}
