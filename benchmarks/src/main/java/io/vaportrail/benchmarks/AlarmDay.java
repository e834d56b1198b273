package io.vaportrail.benchmarks;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.PutMetricAlarmInput;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** How long a day takes in which a thousand alarms are evaluated every minute. */
final class AlarmDay {
    private static final int ALARMS = 1000;
    private static final int ROUNDS = 5;
    private static final int MINUTES = 24 * 60;
    private static final long MINUTE_MILLIS = 60_000;
    private static final int CYCLE = 120;
    private static final double THRESHOLD = 100;

    private AlarmDay() {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        measure(System.out, "without values", 0);
        measure(System.out, "with a value every minute", 1);
    }

    private static void measure(PrintStream out, String title, int valuesEach) {
        WiredEmulator emulator = new WiredEmulator(true, true, (delay, task) -> () -> {});
        emulator.clock().freeze();
        for (int i = 0; i < ALARMS; i++) {
            emulator.call(CloudWatchService.PUT_METRIC_ALARM, alarm(i));
        }
        for (int round = 0; round < ROUNDS; round++) {
            long now = emulator.clock().millis();
            for (int i = 0; i < ALARMS; i++) {
                MetricId metric = new MetricId(
                        EmulatorSettings.DEFAULT.defaultAccountId(),
                        EmulatorSettings.DEFAULT.defaultRegion(),
                        "Load",
                        "Latency",
                        List.of(new MetricDimension("Host", "host-" + i)));
                for (int minute = 0; minute < MINUTES * valuesEach; minute++) {
                    double value = (minute + i) % CYCLE == 0 ? THRESHOLD + 1 : THRESHOLD - 1;
                    emulator.sink().record(metric, now + minute * MINUTE_MILLIS, value, MetricUnit.MILLISECONDS);
                }
            }
            long start = System.nanoTime();
            emulator.clock().advance(Duration.ofDays(1));
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    "%d alarms over a day %s: %.2f s, %.2f µs an evaluation%n",
                    ALARMS, title, seconds, seconds * 1e6 / ALARMS / MINUTES);
        }
    }

    private static PutMetricAlarmInput alarm(int number) {
        return PutMetricAlarmInput.builder()
                .alarmName("alarm-" + number)
                .namespace("Load")
                .metricName("Latency")
                .dimensions(List.of(
                        Dimension.builder().name("Host").value("host-" + number).build()))
                .statistic("Average")
                .period(60)
                .evaluationPeriods(1)
                .threshold(THRESHOLD)
                .comparisonOperator("GreaterThanThreshold")
                .build();
    }
}
