package io.vaportrail.metrics.alarm;

import static io.vaportrail.metrics.alarm.AlarmFixture.alarm;
import static io.vaportrail.metrics.alarm.AlarmFixture.composite;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.CompositeAlarm;
import io.vaportrail.model.cloudwatch.DescribeAlarmHistoryInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmHistoryOutput;
import io.vaportrail.model.cloudwatch.DescribeAlarmsForMetricInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmsInput;
import io.vaportrail.model.cloudwatch.DescribeAlarmsOutput;
import io.vaportrail.model.cloudwatch.ListTagsForResourceInput;
import io.vaportrail.model.cloudwatch.MetricAlarm;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import io.vaportrail.model.cloudwatch.SetAlarmStateInput;
import io.vaportrail.model.cloudwatch.Tag;
import io.vaportrail.model.cloudwatch.TagResourceInput;
import io.vaportrail.model.cloudwatch.UntagResourceInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations on alarms take, refuse and list. */
class AlarmRequestTest {
    private static final String ARN = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:";

    private final AlarmFixture fixture = new AlarmFixture();

    private static Arguments refusal(String message, UnaryOperator<PutMetricAlarmInput.Builder> change) {
        return Arguments.of(message, change);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("Period must be 10, 20, 30 or a multiple of 60", put -> put.period(15)),
                refusal("Period must be 10, 20, 30 or a multiple of 60", put -> put.period(90)),
                refusal(
                        "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400) for "
                                + "alarms using period < 3600",
                        put -> put.period(60).evaluationPeriods(1441)),
                refusal(
                        "Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800) for "
                                + "alarms using period >= 3600",
                        put -> put.period(86_400).evaluationPeriods(8)),
                refusal(
                        "DatapointsToAlarm must be less than or equal to EvaluationPeriods",
                        put -> put.datapointsToAlarm(2)),
                refusal("1 validation error detected: Value null at 'period'", put -> put.period(null)),
                refusal("1 validation error detected: Value null at 'threshold'", put -> put.threshold(null)),
                refusal(
                        "1 validation error detected: Value null at 'evaluationPeriods'",
                        put -> put.evaluationPeriods(null)),
                refusal(
                        "1 validation error detected: Value null at 'comparisonOperator'",
                        put -> put.comparisonOperator(null)),
                refusal("1 validation error detected: Value null at 'namespace'", put -> put.namespace(null)),
                refusal("1 validation error detected: Value null at 'metricName'", put -> put.metricName(null)),
                refusal("Exactly one of Statistic and ExtendedStatistic", put -> put.statistic(null)),
                refusal("Exactly one of Statistic and ExtendedStatistic", put -> put.extendedStatistic("p90")),
                refusal("The value 'p' for parameter ExtendedStatistic", put -> put.statistic(null)
                        .extendedStatistic("p")),
                refusal(
                        "1 validation error detected: Value 'maybe' at 'treatMissingData'",
                        put -> put.treatMissingData("maybe")),
                refusal(
                        "1 validation error detected: Value 'maybe' at 'evaluateLowSampleCountPercentile'",
                        put -> put.evaluateLowSampleCountPercentile("maybe")),
                refusal(
                        "1 validation error detected: Value 'Greater' at 'comparisonOperator'",
                        put -> put.comparisonOperator("Greater")),
                refusal(
                        "ThresholdMetricId must be specified",
                        put -> put.comparisonOperator("GreaterThanUpperThreshold")),
                refusal("Threshold and ThresholdMetricId", put -> put.thresholdMetricId("t")),
                refusal("Invalid arn syntax: mail me", put -> put.okActions(List.of("mail me"))),
                refusal("Invalid arn syntax: arn:aws:s3:::b", put -> put.okActions(List.of("arn:aws:s3:::b"))),
                refusal(
                        "Invalid region eu-west-1 specified. Only us-east-1 is supported.",
                        put -> put.alarmActions(List.of("arn:aws:sns:eu-west-1:111122223333:t"))),
                refusal("Metrics must not be specified together", put -> put.metrics(List.of(query("e1", true)))),
                refusal(
                        "Exactly one element of the metrics list should return data.",
                        put -> expressions(put, query("e1", false))),
                refusal(
                        "Exactly one element of the metrics list should return data.",
                        put -> expressions(put, query("e1", true), query("e2", true))),
                refusal(
                        "Error in expression 'e1'",
                        put -> expressions(
                                put,
                                MetricDataQuery.builder()
                                        .id("e1")
                                        .expression("wrong(")
                                        .build())),
                refusal("Exactly two elements of the metrics list should return data.", put -> expressions(
                                put, query("e1", true))
                        .threshold(null)
                        .thresholdMetricId("t")
                        .comparisonOperator("GreaterThanUpperThreshold")),
                refusal("ThresholdMetricId must be the Id of an ANOMALY_DETECTION_BAND", put -> expressions(
                                put, query("e1", true), query("t", true))
                        .threshold(null)
                        .thresholdMetricId("t")
                        .comparisonOperator("GreaterThanUpperThreshold")));
    }

    private static MetricDataQuery query(String id, boolean returned) {
        return MetricDataQuery.builder()
                .id(id)
                .expression("1")
                .returnData(returned)
                .build();
    }

    private static PutMetricAlarmInput.Builder expressions(
            PutMetricAlarmInput.Builder put, MetricDataQuery... queries) {
        return put.namespace(null).metricName(null).statistic(null).period(null).metrics(List.of(queries));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(String message, UnaryOperator<PutMetricAlarmInput.Builder> change) {
        assertThat(fixture.refused(
                        CloudWatchService.PUT_METRIC_ALARM,
                        change.apply(alarm("a")).build()))
                .startsWith("ValidationError: " + message);
    }

    @Test
    void takesTheLongestSpans() {
        fixture.put(alarm("day").evaluationPeriods(1440));
        fixture.put(alarm("week").period(86_400).evaluationPeriods(7));
        fixture.advance(3601);

        assertThat(fixture.state("day")).isEqualTo("INSUFFICIENT_DATA");
    }

    @Test
    void answersNotFoundWithoutWords() {
        assertThat(fixture.refused(
                        CloudWatchService.SET_ALARM_STATE,
                        SetAlarmStateInput.builder()
                                .alarmName("nobody")
                                .stateValue("OK")
                                .stateReason("")
                                .build()))
                .isEqualTo("ResourceNotFound: null");
    }

    private DescribeAlarmsOutput described(DescribeAlarmsInput.Builder input) {
        return fixture.call(CloudWatchService.DESCRIBE_ALARMS, input.build());
    }

    private List<String> names(DescribeAlarmsInput.Builder input) {
        return names(described(input));
    }

    private static List<String> names(DescribeAlarmsOutput output) {
        return Stream.concat(
                        Objects.requireNonNull(output.compositeAlarms()).stream()
                                .map(CompositeAlarm::alarmName),
                        Objects.requireNonNull(output.metricAlarms()).stream().map(MetricAlarm::alarmName))
                .map(String::valueOf)
                .toList();
    }

    @Test
    void describesAndFilters() {
        fixture.put(alarm("app-1").alarmActions(List.of("arn:aws:sns:us-east-1:111122223333:other")));
        fixture.put(alarm("app-2"));
        fixture.put(alarm("web"));
        fixture.put(composite("app-all", "ALARM(app-1) OR ALARM(app-2)"));
        fixture.put(composite("top", "ALARM(app-all) OR ALARM(web)"));
        fixture.set("web", "ALARM");

        assertThat(names(DescribeAlarmsInput.builder())).containsExactly("app-1", "app-2", "web");
        assertThat(names(DescribeAlarmsInput.builder().alarmTypes(List.of("CompositeAlarm", "MetricAlarm"))))
                .containsExactly("app-all", "top", "app-1", "app-2", "web");
        assertThat(names(DescribeAlarmsInput.builder().alarmNamePrefix("app"))).containsExactly("app-1", "app-2");
        assertThat(names(DescribeAlarmsInput.builder().alarmNames(List.of("web", "app-2", "app-all"))))
                .containsExactly("app-2", "web");
        assertThat(names(DescribeAlarmsInput.builder().stateValue("ALARM"))).containsExactly("web");
        assertThat(names(DescribeAlarmsInput.builder().actionPrefix("arn:aws:sns:us-east-1:111122223333:oth")))
                .containsExactly("app-1");
        assertThat(names(DescribeAlarmsInput.builder().childrenOfAlarmName("top")))
                .containsExactly("app-all", "web");
        assertThat(described(DescribeAlarmsInput.builder().childrenOfAlarmName("top"))
                        .metricAlarms())
                .singleElement()
                .satisfies(child -> {
                    assertThat(child.stateValue()).isEqualTo("ALARM");
                    assertThat(child.threshold()).isNull();
                });
        assertThat(names(DescribeAlarmsInput.builder().parentsOfAlarmName("app-1")))
                .containsExactly("app-all");
        assertThat(fixture.refused(
                        CloudWatchService.DESCRIBE_ALARMS,
                        DescribeAlarmsInput.builder()
                                .parentsOfAlarmName("a")
                                .stateValue("OK")
                                .build()))
                .startsWith("ValidationError: ");
        assertThat(fixture.refused(
                        CloudWatchService.DESCRIBE_ALARMS,
                        DescribeAlarmsInput.builder()
                                .alarmNamePrefix("a")
                                .alarmNames(List.of("a"))
                                .build()))
                .startsWith("ValidationError: ");
    }

    @Test
    void describesPageByPage() {
        for (int i = 0; i < 7; i++) {
            fixture.put(alarm("m" + i));
        }
        fixture.put(composite("c", "TRUE"));
        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            DescribeAlarmsOutput page = described(DescribeAlarmsInput.builder()
                    .alarmTypes(List.of("MetricAlarm", "CompositeAlarm"))
                    .maxRecords(3)
                    .nextToken(token));
            seen.addAll(names(page));
            token = page.nextToken();
        } while (token != null);

        assertThat(seen).containsExactly("c", "m0", "m1", "m2", "m3", "m4", "m5", "m6");
        assertThat(fixture.refused(
                        CloudWatchService.DESCRIBE_ALARMS,
                        DescribeAlarmsInput.builder().nextToken("nonsense").build()))
                .isEqualTo("InvalidNextToken: The next token specified is invalid.");
    }

    @Test
    void findsTheAlarmsOfAMetric() {
        fixture.put(alarm("a"));
        fixture.put(alarm("b").statistic("Maximum"));

        assertThat(ofMetric(null)).containsExactly("a", "b");
        assertThat(ofMetric("Maximum")).containsExactly("b");
    }

    private List<String> ofMetric(@Nullable String statistic) {
        DescribeAlarmsForMetricInput input = DescribeAlarmsForMetricInput.builder()
                .namespace("N")
                .metricName("M")
                .statistic(statistic)
                .build();
        return Objects.requireNonNull(fixture.call(CloudWatchService.DESCRIBE_ALARMS_FOR_METRIC, input)
                        .metricAlarms())
                .stream()
                .map(alarm -> String.valueOf(alarm.alarmName()))
                .toList();
    }

    @Test
    void givesHistoryPageByPageInEitherOrder() {
        fixture.put(alarm("a").okActions(null).alarmActions(null).insufficientDataActions(null));
        for (int i = 0; i < 5; i++) {
            fixture.advance(1);
            fixture.set("a", i % 2 == 0 ? "ALARM" : "OK");
        }
        assertThat(paged("TimestampAscending"))
                .hasSize(6)
                .startsWith("Alarm \"a\" created")
                .endsWith("Alarm updated from OK to ALARM");
        assertThat(paged(null)).hasSize(6).endsWith("Alarm \"a\" created");
        assertThat(fixture.history(DescribeAlarmHistoryInput.builder()
                        .startDate(AlarmFixture.START.plusSeconds(2))
                        .endDate(AlarmFixture.START.plusSeconds(3))))
                .hasSize(2);
        assertThat(fixture.history(DescribeAlarmHistoryInput.builder().alarmTypes(List.of("CompositeAlarm"))))
                .isEmpty();
    }

    private List<String> paged(@Nullable String order) {
        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            DescribeAlarmHistoryOutput page = fixture.call(
                    CloudWatchService.DESCRIBE_ALARM_HISTORY,
                    DescribeAlarmHistoryInput.builder()
                            .maxRecords(4)
                            .scanBy(order)
                            .nextToken(token)
                            .build());
            Objects.requireNonNull(page.alarmHistoryItems())
                    .forEach(item -> seen.add(String.valueOf(item.historySummary())));
            token = page.nextToken();
        } while (token != null);
        return seen;
    }

    private String tags(String arn) {
        return Objects.requireNonNull(fixture.call(
                                CloudWatchService.LIST_TAGS_FOR_RESOURCE,
                                ListTagsForResourceInput.builder()
                                        .resourceARN(arn)
                                        .build())
                        .tags())
                .stream()
                .map(tag -> tag.key() + "=" + tag.value())
                .toList()
                .toString();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void keepsTags() {
        fixture.put(alarm("a").tags(List.of(tag("x", "1"))));
        fixture.put(alarm("a").tags(List.of(tag("ignored", "when changed"))));
        fixture.call(
                CloudWatchService.TAG_RESOURCE,
                TagResourceInput.builder()
                        .resourceARN(ARN + "a")
                        .tags(List.of(tag("y", "2"), tag("z", "3")))
                        .build());
        fixture.call(
                CloudWatchService.UNTAG_RESOURCE,
                UntagResourceInput.builder()
                        .resourceARN(ARN + "a")
                        .tagKeys(List.of("y", "none"))
                        .build());

        assertThat(tags(ARN + "a")).isEqualTo("[x=1, z=3]");
        assertThat(tags(ARN + "nobody")).isEqualTo("[]");
        assertThat(fixture.refused(
                        CloudWatchService.TAG_RESOURCE,
                        TagResourceInput.builder()
                                .resourceARN(ARN + "nobody")
                                .tags(List.of())
                                .build()))
                .startsWith("ResourceNotFoundException: ");
        assertThat(fixture.refused(
                        CloudWatchService.TAG_RESOURCE,
                        TagResourceInput.builder()
                                .resourceARN("arn:aws:sqs:us-east-1:111122223333:q")
                                .tags(List.of())
                                .build()))
                .startsWith("InvalidParameterValue: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sns:us-east-1:111122223333:t",
                "arn:aws:sns:us-east-1:111122223333:t.fifo",
                "arn:aws:lambda:us-east-1:111122223333:function:f",
                "arn:aws:lambda:us-east-1:111122223333:function:f:live",
                "arn:aws:automate:us-east-1:ec2:recover",
                "arn:aws:swf:us-east-1:111122223333:action/actions/AWS_EC2.InstanceId.Stop/1.0",
                "arn:aws:autoscaling:us-east-1:111122223333:scalingPolicy:p:autoScalingGroupName/g:policyName/n",
                "arn:aws:ssm:us-east-1:111122223333:opsitem:1",
                "arn:aws:ssm:us-east-1:111122223333:opsitem:4#CATEGORY=performance",
                "arn:aws:ssm-incidents::111122223333:responseplan/p",
                "arn:aws:aiops:us-east-1:111122223333:investigation-group/g"
            })
    void takesTheActionsThatThereAre(String action) {
        fixture.put(alarm("a").alarmActions(List.of(action)));

        assertThat(fixture.metricAlarm("a").alarmActions()).containsExactly(action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sns:us-east-1:t",
                "arn:aws:sns:us-east-1:1:t",
                "arn:aws:lambda:us-east-1:111122223333:f",
                "arn:aws:automate:us-east-1:ec2:explode",
                "arn:aws:automate:us-east-1:111122223333:ec2:stop",
                "arn:aws:swf:us-east-1:111122223333:action/actions/AWS_EC2.InstanceId.Paint/1.0",
                "arn:aws:autoscaling:us-east-1:111122223333:p",
                "arn:aws:ssm:us-east-1:111122223333:opsitem:5",
                "arn:aws:ssm-incidents::111122223333:p",
                "arn:aws:sqs:us-east-1:111122223333:q"
            })
    void refusesOtherActions(String action) {
        assertThat(fixture.refused(
                        CloudWatchService.PUT_METRIC_ALARM,
                        alarm("a").alarmActions(List.of(action)).build()))
                .isEqualTo("ValidationError: Invalid arn syntax: " + action);
    }

    @Test
    void refusesControlCharactersInNames() {
        assertThat(fixture.refused(
                        CloudWatchService.PUT_METRIC_ALARM, alarm("a\u0007").build()))
                .isEqualTo("ValidationError: AlarmName must not contain ASCII control characters");
    }
}
