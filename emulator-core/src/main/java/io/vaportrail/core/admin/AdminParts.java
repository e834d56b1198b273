package io.vaportrail.core.admin;

import io.vaportrail.core.pipeline.ServiceHost;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.core.transport.CertificateSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What administration works on.
 *
 * @param version the emulator's version
 * @param machine the machine's clock, for how long the emulator has run
 * @param clock domain time
 * @param pending work that nobody outside waits for
 * @param services the service modules
 * @param health further sections of health
 * @param configuration how the emulator was started, by name, in the order to show it in; nothing secret
 * @param reset forgets everything of an account, or everything when given {@code null}
 * @param certificates where the authority's certificate comes from
 */
public record AdminParts(
        String version,
        MachineClock machine,
        EmulatorClock clock,
        PendingWork pending,
        ServiceHost services,
        List<HealthSource> health,
        Map<String, Object> configuration,
        Consumer<@Nullable String> reset,
        CertificateSource certificates) {}
