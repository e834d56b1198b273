package io.vaportrail.app;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.random.RandomIds;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.transport.ServerSettings;
import io.vaportrail.trail.AuditTrail;
import io.vaportrail.trail.store.TrailLimits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an emulator is started with.
 *
 * @param server where it listens and what it takes
 * @param settings how it behaves
 * @param trail how much the trail remembers
 * @param trailDelivery how long records gather before trails deliver them
 * @param s3MemoryBytes how much all S3 objects together may take
 * @param metricsMemoryBytes how much all CloudWatch metrics together may take
 * @param logsMemoryBytes how much all log events together may take
 * @param ids ids and chance
 * @param machineClock the machine's clock
 */
public record EmulatorOptions(
        ServerSettings server,
        EmulatorSettings settings,
        TrailLimits trail,
        Duration trailDelivery,
        long s3MemoryBytes,
        long metricsMemoryBytes,
        long logsMemoryBytes,
        Ids ids,
        MachineClock machineClock) {
    /** What all CloudWatch metrics together may take unless said otherwise. */
    public static final long DEFAULT_METRICS_MEMORY = 64L << 20;

    private static final long LEAST_S3_MEMORY = 32L << 20;
    private static final long LEAST_LOGS_MEMORY = 16L << 20;

    /** The defaults for an address; port 0 takes any free one. */
    public static EmulatorOptions of(String host, int port) {
        return new EmulatorOptions(
                ServerSettings.of(host, port),
                EmulatorSettings.DEFAULT,
                TrailLimits.DEFAULT,
                AuditTrail.DEFAULT_DELIVERY,
                defaultS3Memory(),
                DEFAULT_METRICS_MEMORY,
                defaultLogsMemory(),
                new RandomIds(),
                MachineClock.SYSTEM);
    }

    /** The same with other server settings. */
    public EmulatorOptions with(ServerSettings other) {
        return new EmulatorOptions(
                other,
                settings,
                trail,
                trailDelivery,
                s3MemoryBytes,
                metricsMemoryBytes,
                logsMemoryBytes,
                ids,
                machineClock);
    }

    /** The same with another behaviour. */
    public EmulatorOptions with(EmulatorSettings other) {
        return new EmulatorOptions(
                server,
                other,
                trail,
                trailDelivery,
                s3MemoryBytes,
                metricsMemoryBytes,
                logsMemoryBytes,
                ids,
                machineClock);
    }

    /** The same with other bounds of the trail. */
    public EmulatorOptions with(TrailLimits other) {
        return new EmulatorOptions(
                server,
                settings,
                other,
                trailDelivery,
                s3MemoryBytes,
                metricsMemoryBytes,
                logsMemoryBytes,
                ids,
                machineClock);
    }

    /** The same with another bound for S3. */
    public EmulatorOptions withS3Memory(long bytes) {
        return new EmulatorOptions(
                server, settings, trail, trailDelivery, bytes, metricsMemoryBytes, logsMemoryBytes, ids, machineClock);
    }

    /** The same with another bound for CloudWatch metrics. */
    public EmulatorOptions withMetricsMemory(long bytes) {
        return new EmulatorOptions(
                server, settings, trail, trailDelivery, s3MemoryBytes, bytes, logsMemoryBytes, ids, machineClock);
    }

    /** The same with another bound for log events. */
    public EmulatorOptions withLogsMemory(long bytes) {
        return new EmulatorOptions(
                server, settings, trail, trailDelivery, s3MemoryBytes, metricsMemoryBytes, bytes, ids, machineClock);
    }

    /** A fifth of the heap, and at least 16 MiB. */
    static long defaultLogsMemory() {
        return Math.max(LEAST_LOGS_MEMORY, Runtime.getRuntime().maxMemory() / 5);
    }

    /** A quarter of the heap, and at least 32 MiB. */
    static long defaultS3Memory() {
        return Math.max(LEAST_S3_MEMORY, Runtime.getRuntime().maxMemory() / 4);
    }

    /** The same with another source of ids. */
    public EmulatorOptions with(Ids other) {
        return new EmulatorOptions(
                server,
                settings,
                trail,
                trailDelivery,
                s3MemoryBytes,
                metricsMemoryBytes,
                logsMemoryBytes,
                other,
                machineClock);
    }

    /** What of it may be shown, by name, in the order to show it in. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("host", server.host());
        shown.put("port", server.port());
        shown.put("publicUrl", settings.publicUrl() == null ? "" : settings.publicUrl());
        shown.put("signingUrl", settings.signingUrl() == null ? "" : settings.signingUrl());
        shown.put("account", settings.defaultAccountId());
        shown.put("region", settings.defaultRegion());
        shown.put("strict", settings.strict());
        shown.put("iam", settings.iam().name().toLowerCase(Locale.ROOT));
        shown.put("maxBodyBytes", server.maxBodyBytes());
        shown.put("maxObjectBytes", server.maxStreamBytes());
        shown.put("s3MemoryBytes", s3MemoryBytes);
        shown.put("metricsMemoryBytes", metricsMemoryBytes);
        shown.put("logsMemoryBytes", logsMemoryBytes);
        shown.put("maxConnections", server.maxConnections());
        shown.put("auditManagementBytes", trail.managementBytes());
        shown.put("auditDataBytes", trail.dataBytes());
        shown.put("trailDelivery", trailDelivery.toString());
        return shown;
    }
}
