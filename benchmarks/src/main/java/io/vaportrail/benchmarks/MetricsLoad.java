package io.vaportrail.benchmarks;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.http.ResponseStream;
import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.metrics.CloudWatch;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How much a million values take, and how fast PutMetricData takes them in, without the network. */
final class MetricsLoad {
    private static final int POINTS = 1_000_000;
    private static final int METRICS = 100;
    private static final long MINUTE_MILLIS = 60_000;
    private static final int BATCH = 1000;
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 2_000_000_000L;
    private static final double MILLION = 1e6;

    private MetricsLoad() {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        memory(out, "each value in a minute of its own", METRICS);
        memory(out, "each value a metric of its own", POINTS);
        rate(out, 1);
        rate(out, BATCH);
    }

    private static void memory(PrintStream out, String title, int metrics) {
        EmulatorClock clock = new EmulatorClock(MachineClock.SYSTEM, new PendingWork());
        long before = used();
        CloudWatch cloudWatch = new CloudWatch(clock, Long.MAX_VALUE / 2, Runnable::run);
        long now = clock.millis();
        int minutes = POINTS / metrics;
        long start = System.nanoTime();
        for (int metric = 0; metric < metrics; metric++) {
            MetricId id = new MetricId(
                    "000000000000",
                    "us-east-1",
                    "Load",
                    "Latency",
                    List.of(new MetricDimension("Host", "host-" + metric)));
            for (int minute = minutes; minute > 0; minute--) {
                cloudWatch.sink().record(id, now - minute * MINUTE_MILLIS, minute * 1.25, MetricUnit.MILLISECONDS);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long took = used() - before;
        out.printf(
                "%d values, %s: %.1f MB of heap (%.1f counted), %.2f million a second%n",
                POINTS,
                title,
                took / MILLION,
                cloudWatch.numbers().getOrDefault("bytes", 0L) / MILLION,
                POINTS / seconds / MILLION);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void rate(PrintStream out, int metrics) {
        WiredEmulator emulator = new WiredEmulator(true, true, (delay, task) -> () -> {});
        HttpRequest request = put(metrics);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long calls = 0;
            long start = System.nanoTime();
            while (System.nanoTime() - start < ROUND_NANOS) {
                emulator.pipeline().handle(new Answered(request));
                calls++;
            }
            best = Math.max(best, calls / ((System.nanoTime() - start) / 1e9));
        }
        out.printf("PutMetricData of %d metrics: %.0f calls, %.0f values a second%n", metrics, best, best * metrics);
    }

    private static HttpRequest put(int metrics) {
        StringBuilder json = new StringBuilder("{\"Namespace\":\"Load\",\"MetricData\":[");
        for (int i = 0; i < metrics; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"MetricName\":\"Latency\",\"Unit\":\"Milliseconds\",\"Value\":")
                    .append(i * 1.25)
                    .append(",\"Dimensions\":[{\"Name\":\"Host\",\"Value\":\"host-")
                    .append(i % METRICS)
                    .append("\"}]}");
        }
        ListHeaders headers = ListHeaders.of(
                "Host",
                "127.0.0.1:4566",
                "Content-Type",
                "application/x-amz-json-1.0",
                "X-Amz-Target",
                "GraniteServiceVersion20100801.PutMetricData",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=load/20260101/us-east-1/monitoring/aws4_request, SignedHeaders=host,"
                        + " Signature=0");
        byte[] body = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        return new HttpRequest("POST", "/", null, headers, body, new Origin("127.0.0.1", null));
    }

    /** Takes an answer that is made at once. */
    private record Answered(HttpRequest request) implements Exchange {
        @Override
        public void respond(HttpResponse answer) {
            if (answer.status() != 200) {
                throw new IllegalStateException("status: " + answer.status() + " (expected: 200)");
            }
        }

        @Override
        public void onDisconnect(Runnable action) {
            throw new IllegalStateException("answer: later (expected: at once)");
        }

        @Override
        public ResponseStream stream(HttpResponse head) {
            throw new IllegalStateException("answer: a stream (expected: whole)");
        }
    }
}
