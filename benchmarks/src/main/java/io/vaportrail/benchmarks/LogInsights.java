package io.vaportrail.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.vaportrail.app.Emulator;
import io.vaportrail.app.EmulatorOptions;
import io.vaportrail.core.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs queries of Logs Insights over JSON events of an emulator of its own process: {@code LogInsights EVENTS ROUNDS [QUERY...]}. Tells how long
 * each takes from StartQuery to the answer that it is complete, over HTTP, and how much of a processor the process takes meanwhile: the
 * median of the rounds after two that are not counted.
 */
public final class LogInsights {
    private static final int EVENTS_EACH = 5_000;
    private static final String GROUP = "benchmark";
    private static final long NANOS = 1_000_000;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final String[] LEVELS = {"INFO", "INFO", "INFO", "DEBUG", "WARN", "ERROR"};
    private static final String[] PATHS = {"/cart", "/pay", "/items", "/login"};

    private static final List<String> QUERIES = List.of(
            "stats count(*)",
            "fields @timestamp, @message | limit 20",
            "filter level = 'ERROR' | stats count(*) by bin(5m)",
            "filter @message like 'user-77' | stats count(*)",
            "filter @message like /user-7[0-9]7 / | stats count(*)",
            "stats avg(ms), max(ms), pct(ms, 95) by path",
            "parse @message 'took * ms' as took | stats avg(took)",
            "parse @message /took (?<took>[0-9]+) ms/ | stats avg(took)",
            "fields ms | sort ms desc | limit 100",
            "stats count_distinct(user)",
            "dedup user | limit 100",
            "pattern @message",
            "pattern @message | anomaly",
            "filter ms > 900 and path in ['/pay', '/cart'] | display @message | limit 10000");

    private final Emulator emulator;
    private final LogsClient client;

    private LogInsights(Emulator emulator) {
        this.emulator = emulator;
        this.client = new LogsClient(emulator.endpoint());
    }

    /** Runs all queries and prints a line for each. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int events = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        EmulatorOptions options = EmulatorOptions.of("127.0.0.1", 0).withLogsMemory(events * 400L + (1 << 26));
        try (Emulator emulator = Emulator.start(options)) {
            LogInsights benchmark = new LogInsights(emulator);
            long bytes = benchmark.fill(events);
            print("%d events, %d MiB of text", events, bytes >> 20);
            List<String> named = List.of(arguments).subList(2, arguments.length);
            for (String query : named.isEmpty() ? QUERIES : named) {
                benchmark.measure(query, rounds);
            }
        }
    }

    private long fill(int events) throws IOException, InterruptedException {
        client.call("CreateLogGroup", "{\"logGroupName\":\"" + GROUP + "\"}");
        client.call("CreateLogStream", "{\"logGroupName\":\"" + GROUP + "\",\"logStreamName\":\"one\"}");
        long start = emulator.clock().millis() - TimeUnit.HOURS.toMillis(1);
        long bytes = 0;
        for (int first = 0; first < events; first += EVENTS_EACH) {
            StringBuilder body = new StringBuilder(EVENTS_EACH * 250);
            body.append("{\"logGroupName\":\"" + GROUP + "\",\"logStreamName\":\"one\",\"logEvents\":[");
            for (int i = first; i < Math.min(events, first + EVENTS_EACH); i++) {
                String message = message(i);
                bytes += message.length();
                body.append(i == first ? "" : ",").append("{\"timestamp\":").append(start + i * 3_000L / 1_000);
                body.append(",\"message\":").append(Json.write(message)).append('}');
            }
            client.call("PutLogEvents", body.append("]}").toString());
        }
        return bytes;
    }

    /** The same for the same number, and different enough for the next ones. */
    private static String message(int number) {
        int noise = number * 0x9E3779B9;
        int ms = (noise >>> 8) % 1_000;
        return "{\"level\":\"" + LEVELS[(noise >>> 3) % LEVELS.length] + "\",\"path\":\"" + PATHS[noise >>> 30]
                + "\",\"user\":\"user-" + (noise >>> 12) % 10_000 + "\",\"ms\":" + ms + ",\"request\":{\"id\":\""
                + Integer.toHexString(noise) + "\",\"bytes\":" + (noise >>> 5) % 100_000 + "},\"text\":\"took " + ms
                + " ms for user-" + (noise >>> 12) % 10_000 + " from 10.0." + (noise >>> 24) + ".7\"}";
    }

    private void measure(String query, int rounds) throws IOException, InterruptedException {
        run(query);
        run(query);
        long[] nanos = new long[rounds];
        long[] used = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long before = MACHINE.getProcessCpuTime();
            nanos[i] = run(query);
            used[i] = MACHINE.getProcessCpuTime() - before;
        }
        print("%6s ms  processor %6s ms  %s", shown(nanos), shown(used), query);
    }

    private static String shown(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / NANOS + " (" + nanos[0] / NANOS + " to " + nanos[nanos.length - 1] / NANOS
                + ")";
    }

    private long run(String query) throws IOException, InterruptedException {
        long now = emulator.clock().millis() / 1_000;
        String body = "{\"logGroupName\":\"" + GROUP + "\",\"startTime\":" + (now - 7_200) + ",\"endTime\":" + now
                + ",\"queryString\":" + Json.write(query) + "}";
        long start = System.nanoTime();
        Map<String, ?> started = Objects.requireNonNull(Json.readObject(client.call("StartQuery", body)));
        String request = "{\"queryId\":\"" + started.get("queryId") + "\",\"maxItems\":1}";
        while (true) {
            String answer = client.call("GetQueryResults", request);
            if (answer.contains("\"status\":\"Complete\"")) {
                return System.nanoTime() - start;
            }
            if (!answer.contains("\"status\":\"Running\"") && !answer.contains("\"status\":\"Scheduled\"")) {
                throw new IllegalStateException(query + ": " + answer + " (expected: Complete)");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
