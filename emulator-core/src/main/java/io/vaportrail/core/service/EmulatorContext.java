package io.vaportrail.core.service;

import io.vaportrail.core.audit.AuditSink;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.http.client.HttpSender;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.signing.SigningCertificates;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineTimer;
import java.util.concurrent.Executor;

/**
 * What the emulator offers to its service modules.
 *
 * @param clock domain time
 * @param machineTimer machine time, for how long a client really waits
 * @param ids ids and chance
 * @param calls the way to other services
 * @param routes the routes outside the AWS protocols
 * @param workers the bounded pool for work of over a millisecond
 * @param stateLog where changes are reported
 * @param settings how the emulator was started
 * @param audit where services record what they do on their own
 * @param http the one way to call addresses outside
 * @param signing keys with certificates, for messages that are signed
 * @param metrics takes the metrics that services publish of themselves
 */
public record EmulatorContext(
        EmulatorClock clock,
        MachineTimer machineTimer,
        Ids ids,
        InternalCalls calls,
        HttpRoutes routes,
        Executor workers,
        StateLog stateLog,
        EmulatorSettings settings,
        AuditSink audit,
        HttpSender http,
        SigningCertificates signing,
        MetricSink metrics) {

    /** What services are offered that neither record what they do on their own, nor call outside, nor sign, nor publish metrics. */
    public static EmulatorContext of(
            EmulatorClock clock,
            MachineTimer machineTimer,
            Ids ids,
            InternalCalls calls,
            HttpRoutes routes,
            Executor workers,
            EmulatorSettings settings) {
        return new EmulatorContext(
                clock,
                machineTimer,
                ids,
                calls,
                routes,
                workers,
                StateLog.NONE,
                settings,
                AuditSink.NONE,
                HttpSender.NONE,
                SigningCertificates.NONE,
                MetricSink.NONE);
    }

    /** The same with a place for metrics. */
    public EmulatorContext withMetrics(MetricSink sink) {
        return new EmulatorContext(
                clock, machineTimer, ids, calls, routes, workers, stateLog, settings, audit, http, signing, sink);
    }
}
