package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyScope;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyType;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/** What says who may write, what is hidden, and what is saved for later. */
class LogPolicyTest extends LogsTest {
    private static String policy(String service) {
        return "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":[\"" + service
                + "\"]},\"Action\":\"logs:*\",\"Resource\":\"*\"}]}";
    }

    @Test
    void ofAnAccountAreDescribedWithAVersionAndWithoutListsOfOne() {
        ResourcePolicy made = logs.putResourcePolicy(
                        r -> r.policyName("p").policyDocument(policy("route53.amazonaws.com")))
                .resourcePolicy();
        assertThat(made.policyScope()).isEqualTo(PolicyScope.ACCOUNT);
        assertThat(made.policyDocument()).isEqualTo(policy("route53.amazonaws.com"));

        Map<String, @Nullable Object> described = Objects.requireNonNull(Json.readObject(
                logs.describeResourcePolicies().resourcePolicies().get(0).policyDocument()));
        assertThat(described.get("Version")).isEqualTo("2008-10-17");
        assertThat(Json.write(described.get("Statement"))).contains("{\"Service\":\"route53.amazonaws.com\"}");
    }

    @Test
    void areTenPerAccountAndOnePerGroup() {
        group(GROUP);
        for (int i = 0; i < 10; i++) {
            String name = "p" + i;
            logs.putResourcePolicy(r -> r.policyName(name).policyDocument(policy("a.amazonaws.com")));
        }
        assertRefused(
                "LimitExceededException",
                "Resource limit exceeded.",
                () -> logs.putResourcePolicy(r -> r.policyName("more").policyDocument(policy("a.amazonaws.com"))));
        assertRefused(
                "ResourceNotFoundException",
                "Policy with name [non-existent] does not exist.",
                () -> logs.deleteResourcePolicy(r -> r.policyName("non-existent")));
        assertThat(AwsError.of(() ->
                                logs.putResourcePolicy(r -> r.policyName("p1").policyDocument("{\"Statement\":7}")))
                        .code())
                .isEqualTo("InvalidParameterException");
    }

    private static final String MASK_MAIL =
            "{\"Name\":\"p\",\"Version\":\"2021-06-01\",\"Statement\":[{\"Sid\":\"audit\",\"DataIdentifier\":"
                    + "[\"arn:aws:dataprotection::aws:data-identifier/EmailAddress\",\"Badge\"],\"Operation\":{\"Audit\":"
                    + "{\"FindingsDestination\":{}}}},{\"Sid\":\"mask\",\"DataIdentifier\":"
                    + "[\"arn:aws:dataprotection::aws:data-identifier/EmailAddress\",\"Badge\"],\"Operation\":"
                    + "{\"Deidentify\":{\"MaskConfig\":{}}}}],"
                    + "\"Configuration\":{\"CustomDataIdentifier\":[{\"Name\":\"Badge\",\"Regex\":\"B-[0-9]+\"}]}}";

    @Test
    void hideWhatTheyProtectUnlessUnmasked() {
        groupAndStream();
        putNow("before sarah@example.com");
        emulator.advanceSeconds(1);
        logs.putDataProtectionPolicy(r -> r.logGroupIdentifier(GROUP).policyDocument(MASK_MAIL));
        putNow("mail sarah@example.com badge B-42");

        assertThat(messages()).containsExactly("before sarah@example.com", "mail ***************** badge ****");
        assertThat(logs.filterLogEvents(r -> r.logGroupName(GROUP).unmask(true)).events())
                .extracting(FilteredLogEvent::message)
                .containsExactly("before sarah@example.com", "mail sarah@example.com badge B-42");
        assertThat(logs.filterLogEvents(r -> r.logGroupName(GROUP).filterPattern("sarah"))
                        .events())
                .hasSize(1);
        assertThat(logs.describeLogGroups().logGroups().get(0).dataProtectionStatusAsString())
                .isEqualTo("ACTIVATED");
        assertThat(logs.getDataProtectionPolicy(r -> r.logGroupIdentifier(groupArn(GROUP)))
                        .policyDocument())
                .isEqualTo(MASK_MAIL);

        logs.deleteDataProtectionPolicy(r -> r.logGroupIdentifier(GROUP));
        assertThat(messages()).contains("mail sarah@example.com badge B-42");
    }

    @Test
    void ofAnAccountHideInAllItsGroups() {
        groupAndStream();
        logs.putAccountPolicy(r -> r.policyName("all")
                .policyType(PolicyType.DATA_PROTECTION_POLICY)
                .policyDocument(MASK_MAIL));
        putNow("B-1");

        assertThat(messages()).containsExactly("***");
        assertThat(logs.describeAccountPolicies(r -> r.policyType(PolicyType.DATA_PROTECTION_POLICY))
                        .accountPolicies())
                .hasSize(1);
        logs.deleteAccountPolicy(r -> r.policyName("all").policyType(PolicyType.DATA_PROTECTION_POLICY));
        assertThat(messages()).containsExactly("B-1");
    }

    @Test
    void refuseWhatTheyCannotFind() {
        group(GROUP);
        String formless = MASK_MAIL.replace("EmailAddress", "Address");
        String unknown = MASK_MAIL.replace("EmailAddress", "DriversLicense-XX");

        assertThat(AwsError.of(() -> logs.putDataProtectionPolicy(
                                r -> r.logGroupIdentifier(GROUP).policyDocument(formless)))
                        .code())
                .isEqualTo("NotImplemented");
        assertThat(AwsError.of(() -> logs.putDataProtectionPolicy(
                                r -> r.logGroupIdentifier(GROUP).policyDocument(unknown)))
                        .code())
                .isEqualTo("InvalidParameterException");
        assertThat(AwsError.of(() -> logs.putDataProtectionPolicy(
                                r -> r.logGroupIdentifier(GROUP).policyDocument("{}")))
                        .code())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void queriesAreSavedChangedAndDeleted() {
        String id = logs.putQueryDefinition(r -> r.name("b").queryString("fields @message"))
                .queryDefinitionId();
        logs.putQueryDefinition(
                r -> r.name("a").queryString("fields @timestamp").logGroupNames(GROUP));
        logs.putQueryDefinition(r -> r.name("c").queryString("stats count()").queryDefinitionId(id));

        List<QueryDefinition> all = logs.describeQueryDefinitions(r -> {}).queryDefinitions();
        assertThat(all).extracting(QueryDefinition::name).containsExactly("a", "c");
        assertThat(all.get(1).queryString()).isEqualTo("stats count()");
        assertThat(logs.deleteQueryDefinition(r -> r.queryDefinitionId(id)).success())
                .isTrue();
        assertThat(AwsError.of(() -> logs.deleteQueryDefinition(r -> r.queryDefinitionId(id)))
                        .code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void reportWhatTheyFind() {
        groupAndStream();
        group("findings");
        String policy = MASK_MAIL.replace(
                "\"FindingsDestination\":{}",
                "\"FindingsDestination\":{\"CloudWatchLogs\":{\"LogGroup\":\"findings\"}}");
        logs.putDataProtectionPolicy(r -> r.logGroupIdentifier(GROUP).policyDocument(policy));
        logs.putDataProtectionPolicy(
                r -> r.logGroupIdentifier("findings").policyDocument(policy.replace("B-[0-9]+", "[0-9]+")));
        putNow("a@example.com b@example.com B-1", "nothing here");

        List<FilteredLogEvent> reports = logs.filterLogEvents(
                        r -> r.logGroupName("findings").unmask(true))
                .events();
        assertThat(reports).hasSize(1);
        assertThat(Objects.requireNonNull(Json.readObject(reports.get(0).message())))
                .containsEntry("resourceArn", groupArn(GROUP) + ":*")
                .containsEntry(
                        "dataIdentifiers",
                        List.of(
                                Map.of(
                                        "name",
                                        "EmailAddress",
                                        "count",
                                        2,
                                        "detections",
                                        List.of(Map.of("start", 0, "end", 13), Map.of("start", 14, "end", 27))),
                                Map.of(
                                        "name",
                                        "Badge",
                                        "count",
                                        1,
                                        "detections",
                                        List.of(Map.of("start", 28, "end", 31)))));
        assertThat(emulator.clients()
                        .cloudWatch("app")
                        .getMetricStatistics(r -> r.namespace("AWS/Logs")
                                .metricName("LogEventsWithFindings")
                                .period(3600)
                                .statistics(Statistic.SUM)
                                .startTime(emulator.now().minusSeconds(3600))
                                .endTime(emulator.now().plusSeconds(3600)))
                        .datapoints())
                .extracting(Datapoint::sum)
                .containsExactly(1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "\"FindingsDestination\":{} => \"Other\":{} => InvalidParameterException",
                "\"FindingsDestination\":{} => \"FindingsDestination\":{\"CloudWatchLogs\":{\"LogGroup\":\"none\"}} =>"
                        + " InvalidParameterException",
                "\"FindingsDestination\":{} => \"FindingsDestination\":{\"CloudWatchLogs\":{}} => InvalidParameterException",
                "\"FindingsDestination\":{} => \"FindingsDestination\":{\"Queue\":{}} => InvalidParameterException",
                "\"FindingsDestination\":{} => \"FindingsDestination\":{\"S3\":{\"Bucket\":\"b\"}} => NotImplemented",
                "\"MaskConfig\":{} => \"MaskConfig\":{\"MaskWithCharacter\":\"#\"} => InvalidParameterException",
                "\"MaskConfig\":{} => \"Other\":{} => InvalidParameterException",
                "2021-06-01 => 2012-10-17 => InvalidParameterException",
                "B-[0-9]+ => (((a{1,1000}){1,1000}){1,1000}) => InvalidParameterException",
                "EmailAddress\",\"Badge\"],\"Operation\":{\"Audit => EmailAddress\"],\"Operation\":{\"Audit =>"
                        + " InvalidParameterException",
            })
    void refuseWhatIsNoPolicyOfTheirs(String part, String instead, String code) {
        group(GROUP);

        assertThat(AwsError.of(() -> logs.putDataProtectionPolicy(
                                r -> r.logGroupIdentifier(GROUP).policyDocument(MASK_MAIL.replace(part, instead))))
                        .code())
                .isEqualTo(code);
    }
}
