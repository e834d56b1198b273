package io.vaportrail.app.cli;

import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.IamMode;
import io.vaportrail.core.transport.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the emulator is to be started.
 *
 * @param server where to listen and what to take
 * @param emulator what services see
 * @param logLevel error, warn, info, debug or trace
 * @param logRequests which calls are logged
 * @param seedFile calls to make at start, or {@code null} for none
 * @param seed for reproducible ids, or {@code null} for unpredictable ones
 * @param s3MemoryBytes memory for all S3 objects together, or {@code null} for a quarter of the heap
 * @param metricsMemoryBytes memory for all CloudWatch metrics together
 * @param logsMemoryBytes memory for all log events together, or {@code null} for a fifth of the heap
 * @param auditManagementBytes memory for records of management events
 * @param auditDataBytes memory for records of data events
 * @param trailDelivery how long records gather before trails deliver them
 */
public record StartOptions(
        ServerSettings server,
        EmulatorSettings emulator,
        String logLevel,
        LogRequests logRequests,
        @Nullable Path seedFile,
        @Nullable Long seed,
        @Nullable Long s3MemoryBytes,
        long metricsMemoryBytes,
        @Nullable Long logsMemoryBytes,
        long auditManagementBytes,
        long auditDataBytes,
        Duration trailDelivery) {
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");
    private static final List<String> WHICH = List.of("none", "errors", "all");
    private static final Duration LEAST_DELIVERY = Duration.ofMillis(100);
    private static final Duration LONGEST_DELIVERY = Duration.ofHours(1);
    private static final List<String> MODES = List.of("off", "audit", "enforce");
    private static final int MAX_PORT = 65_535;
    private static final long MIB = 1024 * 1024;
    private static final long MAX_BODY = 1024 * MIB;
    private static final long MAX_MEMORY = 16 * 1024 * MIB;

    static StartOptions of(StartValues values) throws UsageException {
        ServerSettings server = ServerSettings.of(
                        values.nonEmpty(StartOption.HOST, "an address"), values.integer(StartOption.PORT, 0, MAX_PORT))
                .withMaxBodyBytes((int) values.size(StartOption.MAX_BODY, 1024, MAX_BODY));
        int maxStream = Math.max(server.maxBodyBytes(), (int) values.size(StartOption.MAX_OBJECT, 1024, MAX_BODY));
        EmulatorSettings emulator = new EmulatorSettings(
                values.isTrue(StartOption.STRICT),
                values.account(StartOption.ACCOUNT),
                values.region(StartOption.REGION),
                values.baseUrl(StartOption.PUBLIC_URL),
                values.baseUrl(StartOption.SIGNING_URL),
                IamMode.valueOf(values.oneOf(StartOption.IAM, MODES).toUpperCase(Locale.ROOT)),
                values.hostAndPort(StartOption.SMTP_SERVER));
        return new StartOptions(
                server.withMaxStreamBytes(maxStream),
                emulator,
                values.oneOf(StartOption.LOG_LEVEL, LEVELS),
                LogRequests.valueOf(
                        values.oneOf(StartOption.LOG_REQUESTS, WHICH).toUpperCase(Locale.ROOT)),
                values.path(StartOption.SEED),
                values.wholeNumber(StartOption.SEED_RANDOM),
                values.sizeOrNull(StartOption.S3_MEMORY, MIB, MAX_MEMORY),
                values.size(StartOption.METRICS_MEMORY, MIB, MAX_MEMORY),
                values.sizeOrNull(StartOption.LOGS_MEMORY, MIB, MAX_MEMORY),
                values.size(StartOption.AUDIT_MANAGEMENT_MEMORY, MIB, MAX_MEMORY),
                values.size(StartOption.AUDIT_DATA_MEMORY, MIB, MAX_MEMORY),
                values.duration(StartOption.TRAIL_DELIVERY, LEAST_DELIVERY, LONGEST_DELIVERY));
    }
}
