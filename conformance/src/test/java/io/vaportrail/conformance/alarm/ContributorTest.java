package io.vaportrail.conformance.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.AlarmContributor;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** An alarm on all hosts that there are, and those that there will be. */
class ContributorTest extends AlarmTest {
    private void latency(String host, double value) {
        cloudWatch.putMetricData(r -> r.namespace("Shop").metricData(d -> d.metricName("Latency")
                .dimensions(dimension -> dimension.name("Host").value(host))
                .timestamp(emulator.now())
                .value(value)));
    }

    private List<AlarmContributor> raised() {
        return cloudWatch.describeAlarmContributors(r -> r.alarmName("slow")).alarmContributors();
    }

    @Test
    void namesTheHostsThatAreSlow() {
        String topic = topic("ops");
        cloudWatch.putMetricAlarm(r -> r.alarmName("slow")
                .evaluationPeriods(1)
                .threshold(100.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .alarmActions(topic)
                .metrics(MetricDataQuery.builder()
                        .id("q1")
                        .expression("SELECT MAX(Latency) FROM Shop GROUP BY Host")
                        .period(60)
                        .build()));
        latency("a", 150);
        latency("b", 50);
        advance(Duration.ofSeconds(61));

        assertThat(described("slow").stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(described("slow").stateReason()).isEqualTo("1 out of 2 time series evaluated to ALARM");
        assertThat(raised()).extracting(AlarmContributor::contributorAttributes).containsExactly(Map.of("Host", "a"));
        List<Map<String, @Nullable Object>> messages = arrived("ops");
        assertThat(messages)
                .extracting(message -> message.get("AlarmContributorAttributes"))
                .containsExactlyInAnyOrder(Map.of("Host", "a"), null);
        latency("a", 1);
        latency("new", 500);
        advance(Duration.ofSeconds(60));
        assertThat(raised()).extracting(AlarmContributor::contributorAttributes).containsExactly(Map.of("Host", "new"));
    }
}
