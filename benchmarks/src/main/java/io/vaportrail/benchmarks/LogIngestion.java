package io.vaportrail.benchmarks;

import io.vaportrail.app.Emulator;
import io.vaportrail.app.EmulatorOptions;
import io.vaportrail.logs.LogsModule;
import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.EventOrder;
import io.vaportrail.logs.store.LogStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writes log events over HTTP into an emulator of its own process and reads them back: {@code LogIngestion MEBIBYTES}. Tells the rate
 * of PutLogEvents, how much heap a gibibyte of text takes, and how fast a cursor goes over it. Client and server share the machine.
 */
public final class LogIngestion {
    private static final int CLIENTS = 4;
    private static final int EVENTS_EACH = 1_000;
    private static final int TEXT = 200;
    private static final int MIB = 1 << 20;
    private static final String GROUP = "benchmark";

    private final Emulator emulator;
    private final LogsClient client;

    private LogIngestion(Emulator emulator) {
        this.emulator = emulator;
        this.client = new LogsClient(emulator.endpoint());
    }

    /** Runs once and prints a few lines. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        long bytes = Long.parseLong(arguments[0]) * MIB;
        EmulatorOptions options = EmulatorOptions.of("127.0.0.1", 0).withLogsMemory(2 * bytes + MIB);
        try (Emulator emulator = Emulator.start(options)) {
            new LogIngestion(emulator).run(bytes);
        }
    }

    private void run(long bytes) throws IOException, InterruptedException, ExecutionException {
        client.call("CreateLogGroup", "{\"logGroupName\":\"" + GROUP + "\"}");
        long batches = Math.max(CLIENTS, bytes / ((long) EVENTS_EACH * TEXT));
        write(Math.max(CLIENTS, batches / 20), "warm");
        client.call("DeleteLogGroup", "{\"logGroupName\":\"" + GROUP + "\"}");
        client.call("CreateLogGroup", "{\"logGroupName\":\"" + GROUP + "\"}");
        long before = heap();
        double seconds = write(batches, "run");
        long written = batches / CLIENTS * CLIENTS * EVENTS_EACH;
        print(
                "PutLogEvents of %d events of %d bytes: %.0f events/s, %.1f MiB/s",
                EVENTS_EACH, TEXT, written / seconds, written * TEXT / seconds / MIB);
        double text = (double) written * TEXT;
        print("heap per byte of text: %.2f (%.0f MiB written)", (heap() - before) / text, text / MIB);
        LogStore store = Objects.requireNonNull(emulator.services().module(LogsModule.class), "Logs")
                .store();
        for (EventOrder order : EventOrder.values()) {
            print("reading %s: %.1f million events/s", order, read(store, order) / 1e6);
        }
    }

    private double write(long batches, String streams) throws IOException, InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < CLIENTS; i++) {
            String stream = streams + i;
            client.call("CreateLogStream", named(stream) + "}");
            running.add(clients.submit(() -> {
                for (long batch = 0; batch < batches / CLIENTS; batch++) {
                    client.call("PutLogEvents", batch(stream));
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        clients.shutdown();
        if (!clients.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("clients: still at work (expected: done)");
        }
        return seconds;
    }

    private static String named(String stream) {
        return "{\"logGroupName\":\"" + GROUP + "\",\"logStreamName\":\"" + stream + "\"";
    }

    private String batch(String stream) {
        StringBuilder body = new StringBuilder(EVENTS_EACH * (TEXT + 50));
        body.append(named(stream)).append(",\"logEvents\":[");
        long now = emulator.clock().millis();
        String padding = "x".repeat(TEXT);
        for (int i = 0; i < EVENTS_EACH; i++) {
            String text = (i + " GET /shop/cart/" + now + " 200 sarah " + padding).substring(0, TEXT);
            body.append(i == 0 ? "" : ",").append("{\"timestamp\":").append(now);
            body.append(",\"message\":\"").append(text).append("\"}");
        }
        return body.append("]}").toString();
    }

    private static double read(LogStore store, EventOrder order) {
        long start = System.nanoTime();
        EventCursor cursor =
                store.ofGroups(store.in("000000000000", "us-east-1").values(), 0, Long.MAX_VALUE, order);
        long events = 0;
        long bytes = 0;
        while (cursor.next()) {
            events++;
            bytes += cursor.length() + cursor.buffer()[cursor.offset()];
        }
        if (bytes == 0) {
            throw new IllegalStateException("bytes read: 0 (expected: some)");
        }
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private static long heap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
