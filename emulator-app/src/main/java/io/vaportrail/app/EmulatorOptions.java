package io.vaportrail.app;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.random.RandomIds;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.transport.ServerSettings;
import io.vaportrail.trail.store.TrailLimits;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an emulator is started with.
 *
 * @param server where it listens and what it takes
 * @param settings how it behaves
 * @param trail how much the trail remembers
 * @param ids ids and chance
 * @param machineClock the machine's clock
 */
public record EmulatorOptions(
        ServerSettings server, EmulatorSettings settings, TrailLimits trail, Ids ids, MachineClock machineClock) {

    /** The defaults for an address; port 0 takes any free one. */
    public static EmulatorOptions of(String host, int port) {
        return new EmulatorOptions(
                ServerSettings.of(host, port),
                EmulatorSettings.DEFAULT,
                TrailLimits.DEFAULT,
                new RandomIds(),
                MachineClock.SYSTEM);
    }

    /** The same with other server settings. */
    public EmulatorOptions with(ServerSettings other) {
        return new EmulatorOptions(other, settings, trail, ids, machineClock);
    }

    /** The same with another behaviour. */
    public EmulatorOptions with(EmulatorSettings other) {
        return new EmulatorOptions(server, other, trail, ids, machineClock);
    }

    /** The same with other bounds of the trail. */
    public EmulatorOptions with(TrailLimits other) {
        return new EmulatorOptions(server, settings, other, ids, machineClock);
    }

    /** The same with another source of ids. */
    public EmulatorOptions with(Ids other) {
        return new EmulatorOptions(server, settings, trail, other, machineClock);
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
        shown.put("maxConnections", server.maxConnections());
        shown.put("auditManagementBytes", trail.managementBytes());
        shown.put("auditDataBytes", trail.dataBytes());
        return shown;
    }
}
