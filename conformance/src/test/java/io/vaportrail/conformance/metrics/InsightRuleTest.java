package io.vaportrail.conformance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DescribeInsightRulesResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportResponse;
import software.amazon.awssdk.services.cloudwatch.model.InsightRule;
import software.amazon.awssdk.services.cloudwatch.model.InsightRuleContributor;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.PartialFailure;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** Contributor Insights: rules over log groups, their reports, and alarms on them. */
@EmulatorTest
class InsightRuleTest {
    private static final String BY_BYTES = """
            {"Schema": {"Name": "CloudWatchLogRule", "Version": 1}, "LogGroupNames": ["api-*"], "LogFormat": "JSON",
             "Contribution": {"Keys": ["$.ip"], "ValueOf": "$.bytes",
                              "Filters": [{"Match": "$.method", "In": ["PUT", "POST"]}]},
             "AggregateOn": "Sum"}""";

    private static final String BY_STATUS = """
            {"Schema": {"Name": "CloudWatchLogRule", "Version": 1}, "LogGroupNames": ["web"], "LogFormat": "CLF",
             "Fields": {"1": "Host", "6": "Status"}, "Contribution": {"Keys": ["Host", "Status"]}, "AggregateOn": "Count"}""";

    private TestEmulator emulator;
    private CloudWatchClient cloudWatch;
    private CloudWatchLogsClient logs;
    private Instant start;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        cloudWatch = started.clients().cloudWatch("test");
        logs = started.clients().logs("test");
        emulator.advance(Duration.ofMillis(60_000 - emulator.now().toEpochMilli() % 60_000));
        start = emulator.now();
        for (String group : List.of("api-1", "api-2", "web")) {
            logs.createLogGroup(r -> r.logGroupName(group));
            logs.createLogStream(r -> r.logGroupName(group).logStreamName("s"));
        }
    }

    private void write(String group, String... messages) {
        List<InputLogEvent> events = new ArrayList<>();
        for (String message : messages) {
            events.add(InputLogEvent.builder()
                    .timestamp(emulator.now().toEpochMilli())
                    .message(message)
                    .build());
        }
        logs.putLogEvents(r -> r.logGroupName(group).logStreamName("s").logEvents(events));
    }

    private static String call(String ip, String method, int bytes) {
        return "{\"ip\":\"" + ip + "\",\"method\":\"" + method + "\",\"bytes\":" + bytes + "}";
    }

    private void rule(String name, String definition) {
        cloudWatch.putInsightRule(r -> r.ruleName(name).ruleDefinition(definition));
    }

    private GetInsightRuleReportResponse report(String name, Consumer<GetInsightRuleReportRequest.Builder> more) {
        return cloudWatch.getInsightRuleReport(r -> r.ruleName(name)
                .startTime(start)
                .endTime(emulator.now().plusSeconds(60))
                .period(60)
                .applyMutation(more));
    }

    @Test
    void reportsWhoContributesMost() {
        rule("bytes", BY_BYTES);
        write("api-1", call("a", "PUT", 10), call("b", "PUT", 100), call("c", "GET", 9999), "no JSON", "{}");
        write("web", call("a", "PUT", 5000));
        emulator.advance(Duration.ofSeconds(60));
        write("api-2", call("a", "POST", 200), call("a", "POST", 1), call("d", "PUT", 0));

        GetInsightRuleReportResponse report = report("bytes", r -> r.maxContributorCount(2)
                .metrics(
                        "UniqueContributors",
                        "MaxContributorValue",
                        "SampleCount",
                        "Sum",
                        "Minimum",
                        "Maximum",
                        "Average"));

        assertThat(report.keyLabels()).containsExactly("$.ip");
        assertThat(report.aggregationStatistic()).isEqualTo("Sum");
        assertThat(report.aggregateValue()).isEqualTo(311);
        assertThat(report.approximateUniqueCount()).isEqualTo(3);
        assertThat(report.contributors())
                .extracting(InsightRuleContributor::keys, InsightRuleContributor::approximateAggregateValue)
                .containsExactly(tuple(List.of("a"), 211.0), tuple(List.of("b"), 100.0));
        assertThat(report.contributors().get(0).datapoints())
                .extracting(point -> point.timestamp(), point -> point.approximateValue())
                .containsExactly(tuple(start, 10.0), tuple(start.plusSeconds(60), 201.0));
        assertThat(report.metricDatapoints().toString())
                .isEqualTo("[InsightRuleMetricDatapoint(Timestamp=" + start
                        + ", UniqueContributors=2.0, MaxContributorValue=100.0, SampleCount=2.0, Average=55.0, Sum=110.0,"
                        + " Minimum=10.0, Maximum=100.0), InsightRuleMetricDatapoint(Timestamp=" + start.plusSeconds(60)
                        + ", UniqueContributors=2.0, MaxContributorValue=201.0, SampleCount=3.0, Average=67.0, Sum=201.0,"
                        + " Minimum=0.0, Maximum=200.0)]");
        assertThat(report("bytes", r -> r.orderBy("Maximum")).contributors())
                .extracting(one -> one.keys().get(0))
                .containsExactly("a", "b", "d");
        assertThat(report("bytes", r -> r.period(3600)).metricDatapoints()).isEmpty();
    }

    @Test
    void countsLinesOfTheCommonLogFormat() {
        rule("status", BY_STATUS);
        String line = "%s - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.0\" %d 2326";
        write("web", line.formatted("h1", 200), line.formatted("h1", 500), line.formatted("h1", 500), "short line");

        GetInsightRuleReportResponse report = report("status", r -> {});

        assertThat(report.keyLabels()).containsExactly("Host", "Status");
        assertThat(report.aggregationStatistic()).isEqualTo("Count");
        assertThat(report.contributors())
                .extracting(InsightRuleContributor::keys)
                .containsExactly(List.of("h1", "500"), List.of("h1", "200"));
    }

    /** Neither what was written before a rule was made, nor what is written while it is disabled. */
    @Test
    void enabledRulesSeeNewEventsAlone() {
        write("api-1", call("early", "PUT", 1));
        rule("bytes", BY_BYTES);
        cloudWatch.disableInsightRules(r -> r.ruleNames("bytes"));
        write("api-1", call("off", "PUT", 1));
        assertThat(described().get(0).state()).isEqualTo("DISABLED");
        cloudWatch.enableInsightRules(r -> r.ruleNames("bytes"));
        write("api-1", call("on", "PUT", 1));

        assertThat(report("bytes", r -> {}).contributors())
                .extracting(one -> one.keys().get(0))
                .containsExactly("on");

        rule("bytes", BY_BYTES);
        assertThat(report("bytes", r -> {}).contributors())
                .as("the same definition")
                .hasSize(1);
        rule("bytes", BY_BYTES.replace("$.ip", "$.method"));
        assertThat(report("bytes", r -> {}).contributors())
                .as("another definition")
                .isEmpty();
    }

    private List<InsightRule> described() {
        return cloudWatch.describeInsightRules(r -> {}).insightRules();
    }

    @Test
    void rulesAreDescribedByName() {
        cloudWatch.putInsightRule(r ->
                r.ruleName("b").ruleDefinition(BY_BYTES).ruleState("DISABLED").applyOnTransformedLogs(true));
        rule("a", BY_STATUS);
        rule("c", BY_STATUS);

        assertThat(described()).extracting(InsightRule::name).containsExactly("a", "b", "c");
        assertThat(described().get(1))
                .isEqualTo(InsightRule.builder()
                        .name("b")
                        .state("DISABLED")
                        .schema("{\"Name\": \"CloudWatchLogRule\", \"Version\": 1}")
                        .definition(BY_BYTES)
                        .managedRule(false)
                        .applyOnTransformedLogs(true)
                        .build());
        DescribeInsightRulesResponse first = cloudWatch.describeInsightRules(r -> r.maxResults(2));
        assertThat(first.insightRules()).hasSize(2);
        assertThat(cloudWatch
                        .describeInsightRules(r -> r.nextToken(first.nextToken()))
                        .insightRules())
                .extracting(InsightRule::name)
                .containsExactly("c");
        assertThat(AwsError.of(() -> cloudWatch.describeInsightRules(r -> r.nextToken("x")))
                        .code())
                .isEqualTo("InvalidNextToken");
    }

    @Test
    void rulesThatDoNotExistFailOneByOne() {
        rule("there", BY_BYTES);

        for (List<PartialFailure> failures : List.of(
                cloudWatch
                        .disableInsightRules(r -> r.ruleNames("there", "gone"))
                        .failures(),
                cloudWatch.enableInsightRules(r -> r.ruleNames("gone", "there")).failures(),
                cloudWatch.deleteInsightRules(r -> r.ruleNames("there", "gone")).failures())) {
            assertThat(failures).hasSize(1);
            assertThat(failures.get(0).failureResource()).isEqualTo("gone");
            assertThat(failures.get(0).exceptionType()).isEqualTo("ResourceNotFoundException");
            assertThat(failures.get(0).failureCode()).isEqualTo("404");
        }
        assertThat(described()).isEmpty();
        assertThat(AwsError.of(() -> report("there", r -> {})))
                .isEqualTo(new AwsError("ResourceNotFoundException", 404, "The rule there does not exist."));
    }

    @Test
    void refusesWhatMakesNoSense() {
        rule("r", BY_BYTES);

        assertThat(AwsError.of(() -> rule("x", "{}")))
                .isEqualTo(new AwsError(
                        "InvalidParameterValue",
                        400,
                        "The value for parameter RuleDefinition is invalid. Schema: It must be"
                                + " {\"Name\": \"CloudWatchLogRule\", \"Version\": 1}."));
        assertThat(AwsError.of(() -> cloudWatch.putInsightRule(
                                r -> r.ruleName("x").ruleDefinition(BY_BYTES).ruleState("ON")))
                        .message())
                .contains("RuleState");
        assertThat(refused(r -> r.period(90))).contains("Period");
        assertThat(refused(r -> r.maxContributorCount(101))).contains("MaxContributorCount");
        assertThat(refused(r -> r.maxContributorCount(0))).contains("MaxContributorCount");
        assertThat(refused(r -> r.orderBy("Average"))).contains("OrderBy");
        assertThat(refused(r -> r.metrics("Median"))).contains("UniqueContributors, MaxContributorValue");
        assertThat(refused(r -> r.endTime(start))).contains("StartTime");
        assertThat(refused(r -> r.endTime(start.plus(Duration.ofHours(25))))).contains("24 hours");
    }

    private String refused(Consumer<GetInsightRuleReportRequest.Builder> what) {
        AwsError refusal = AwsError.of(() -> report("r", what));
        assertThat(refusal.code()).isEqualTo("InvalidParameterValue");
        return refusal.message();
    }

    @Test
    void aRegionHasAHundredRules() {
        IntStream.range(0, 100).forEach(i -> rule("r" + i, BY_STATUS));
        rule("r7", BY_BYTES);

        assertThat(AwsError.of(() -> rule("r100", BY_STATUS)).code()).isEqualTo("LimitExceededException");
    }

    @Test
    void rulesHaveTags() {
        String arn = "arn:aws:cloudwatch:us-east-1:000000000000:insight-rule/r";
        Tag team = Tag.builder().key("team").value("one").build();
        cloudWatch.putInsightRule(r -> r.ruleName("r").ruleDefinition(BY_BYTES).tags(team));
        cloudWatch.tagResource(r ->
                r.resourceARN(arn).tags(Tag.builder().key("stage").value("test").build()));
        cloudWatch.untagResource(r -> r.resourceARN(arn).tagKeys("team"));

        assertThat(cloudWatch.listTagsForResource(r -> r.resourceARN(arn)).tags())
                .extracting(Tag::key)
                .containsExactly("stage");
        assertThat(AwsError.of(() -> cloudWatch.tagResource(
                                r -> r.resourceARN(arn + "2").tags(team)))
                        .code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void metricMathReadsRules() {
        rule("bytes", BY_BYTES);
        write("api-1", call("a", "PUT", 10), call("b", "PUT", 30));
        emulator.advance(Duration.ofSeconds(120));
        write("api-1", call("a", "PUT", 5));

        assertThat(math("INSIGHT_RULE_METRIC('bytes', 'UniqueContributors')").values())
                .containsExactly(1.0, 2.0);
        MetricDataResult sum = math("INSIGHT_RULE_METRIC(\"bytes\", \"Sum\") * 2");
        assertThat(sum.values()).containsExactly(10.0, 80.0);
        assertThat(sum.timestamps()).containsExactly(start.plusSeconds(120), start);
        assertThat(AwsError.of(() -> math("INSIGHT_RULE_METRIC('none', 'Sum')")).message())
                .isEqualTo("Error in expression 'e': The rule 'none' does not exist");
        assertThat(AwsError.of(() -> math("INSIGHT_RULE_METRIC('bytes', 'Median')"))
                        .message())
                .contains("Argument 2 of INSIGHT_RULE_METRIC must be UniqueContributors, MaxContributorValue");
        assertThat(AwsError.of(() -> math("INSIGHT_RULE_METRIC('bytes')")).message())
                .contains("takes 2 argument(s), but 1 given");
        assertThat(AwsError.of(() -> math("INSIGHT_RULE_METRIC(bytes, 'Sum')")).message())
                .contains("Argument 1 of INSIGHT_RULE_METRIC must be a quoted text");
    }

    private MetricDataResult math(String expression) {
        return cloudWatch
                .getMetricData(r -> r.startTime(start)
                        .endTime(emulator.now().plusSeconds(60))
                        .metricDataQueries(q -> q.id("e").period(60).expression(expression)))
                .metricDataResults()
                .get(0);
    }

    /** The alarm may be there before its rule. */
    @Test
    void alarmsWatchRules() {
        String expression = "INSIGHT_RULE_METRIC('bytes', 'MaxContributorValue')";
        cloudWatch.putMetricAlarm(r -> r.alarmName("greedy")
                .metrics(q -> q.id("e").period(60).expression(expression))
                .evaluationPeriods(1)
                .threshold(100.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
        rule("bytes", BY_BYTES);
        write("api-1", call("a", "PUT", 60), call("a", "PUT", 60));
        emulator.advance(Duration.ofSeconds(62));

        assertThat(cloudWatch
                        .describeAlarms(r -> r.alarmNames("greedy"))
                        .metricAlarms()
                        .get(0)
                        .stateValue())
                .isEqualTo(StateValue.ALARM);
        assertThat(AwsError.of(() -> cloudWatch.putMetricAlarm(r -> r.alarmName("no-period")
                        .metrics(q -> q.id("e").expression(expression))
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD))))
                .isEqualTo(new AwsError("ValidationError", 400, "Period must not be null"));
    }

    /** What data protection hides, rules do not see. */
    @Test
    void protectedDataIsMasked() {
        logs.putDataProtectionPolicy(r -> r.logGroupIdentifier("api-1").policyDocument("""
                {"Name": "p", "Version": "2021-06-01", "Statement": [
                  {"Sid": "a", "DataIdentifier": ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
                   "Operation": {"Audit": {"FindingsDestination": {}}}},
                  {"Sid": "b", "DataIdentifier": ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
                   "Operation": {"Deidentify": {"MaskConfig": {}}}}]}"""));
        rule("bytes", BY_BYTES);
        write("api-1", call("ann@example.com", "PUT", 10));

        assertThat(report("bytes", r -> {}).contributors().get(0).keys().get(0)).matches("\\*+");
    }

    /** Those that ask for it see what a transformer made of events; what it could not transform they do not see. */
    @Test
    void transformedEventsAreSeenWhenAskedFor() {
        logs.putTransformer(r -> r.logGroupIdentifier("web")
                .transformerConfig(p -> p.csv(c -> c.columns("ip", "bytes").delimiter(","))));
        String byIp = BY_STATUS
                .replace("\"CLF\",", "\"JSON\",")
                .replace("\"Fields\": {\"1\": \"Host\", \"6\": \"Status\"},", "")
                .replace("\"Host\", \"Status\"", "\"$.ip\"");
        rule("original", byIp);
        cloudWatch.putInsightRule(
                r -> r.ruleName("transformed").ruleDefinition(byIp).applyOnTransformedLogs(true));
        write("web", "10.0.0.1,5", "10.0.0.2,\"open");

        assertThat(report("transformed", r -> {}).contributors())
                .extracting(InsightRuleContributor::keys)
                .containsExactly(List.of("10.0.0.1"));
        assertThat(report("original", r -> {}).contributors()).isEmpty();
    }
}
