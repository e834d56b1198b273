package io.vaportrail.benchmarks;

import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.service.Call;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * An audit that can be switched while the process runs: two processes with the same work differ by more than the audit costs, since
 * no two are compiled alike. {@code POST /_benchmark/off}, {@code on}, or {@code trail}, which is on with a trail of everything.
 */
final class AuditSwitch implements AuditSink {
    private static final int SWITCHED = 204;

    private final AuditSink sink;
    private volatile boolean on;

    AuditSwitch(AuditSink sink, boolean on) {
        this.sink = sink;
        this.on = on;
    }

    @Override
    public void record(Call call, @Nullable Struct input, @Nullable Struct output, @Nullable ServiceException error) {
        if (on) {
            sink.record(call, input, output, error);
        }
    }

    void addRoutes(HttpRoutes routes, Executor workers, WiredEmulator emulator) {
        Map<String, Runnable> modes = Map.of("off", () -> {}, "on", () -> on = true, "trail", () -> {
            on = true;
            emulator.startTrail();
        });
        modes.forEach((name, mode) -> routes.add(
                "POST",
                "/_benchmark/" + name,
                exchange -> workers.execute(() -> {
                    emulator.dropTrails();
                    on = false;
                    mode.run();
                    exchange.respond(HttpResponse.of(SWITCHED));
                })));
    }
}
