package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The alarm that AWS's guide makes of a usage metric: it warns before calls are as many as the quota allows. */
class QuotaAlarmTest extends AlarmTest {
    private static final String SHARE = "m1/SERVICE_QUOTA(m1)*100";

    @Test
    void warnsBeforeTheQuotaIsUsedUp() {
        String topic = topic("ops");
        cloudWatch.putMetricAlarm(r -> r.alarmName("near-quota")
                .metrics(usage("CloudWatch", "DisableAlarmActions"), share())
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .threshold(80.0)
                .evaluationPeriods(1)
                .alarmActions(topic));

        calls(144);
        advance(Duration.ofSeconds(61));
        assertThat(described("near-quota").stateValue()).as("80 %").isEqualTo(StateValue.OK);
        calls(153);
        advance(Duration.ofSeconds(61));

        assertThat(described("near-quota").stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(described("near-quota").stateReason())
                .contains("[85.0 (")
                .contains("greater than the threshold (80.0)");
        assertThat(arrived("ops")).hasSize(1);
    }

    /** Three are allowed a second, 180 a minute. */
    private void calls(int count) {
        for (int i = 0; i < count; i++) {
            cloudWatch.disableAlarmActions(r -> r.alarmNames("another"));
        }
    }

    @Test
    void isReadAsATimeSeries() {
        cloudWatch.listMetrics();
        cloudWatch.listMetrics();
        cloudWatch.listMetrics();

        List<MetricDataResult> results = data(
                usage("CloudWatch", "ListMetrics"),
                share(),
                MetricDataQuery.builder()
                        .id("quota")
                        .expression("SERVICE_QUOTA(m1)")
                        .build());

        assertThat(results).extracting(MetricDataResult::id).containsExactly("share", "quota");
        assertThat(results.get(0).values()).containsExactly(0.2);
        assertThat(results.get(1).values()).containsExactly(1500.0);
        assertThat(results.get(1).timestamps()).isEqualTo(results.get(0).timestamps());
        assertThat(results.get(1).label()).isEqualTo("quota");
    }

    @Test
    void refusesMetricsWithoutAQuota() {
        assertThat(AwsError.of(() -> data(usage("SQS", "SendMessage"), share())))
                .isEqualTo(new AwsError(
                        "ValidationError",
                        400,
                        "Error in expression 'share': There is no service quota associated to this metric"));
    }

    private List<MetricDataResult> data(MetricDataQuery... queries) {
        return cloudWatch
                .getMetricData(r -> r.startTime(emulator.now().minusSeconds(300))
                        .endTime(emulator.now().plusSeconds(60))
                        .metricDataQueries(queries))
                .metricDataResults();
    }

    private static MetricDataQuery share() {
        return MetricDataQuery.builder().id("share").expression(SHARE).build();
    }

    private static MetricDataQuery usage(String service, String operation) {
        return MetricDataQuery.builder()
                .id("m1")
                .returnData(false)
                .metricStat(s -> s.period(60).stat("Sum").metric(m -> m.namespace("AWS/Usage")
                        .metricName("CallCount")
                        .dimensions(
                                dimension("Class", "None"),
                                dimension("Resource", operation),
                                dimension("Service", service),
                                dimension("Type", "API"))))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
