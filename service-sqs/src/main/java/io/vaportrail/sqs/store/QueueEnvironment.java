package io.vaportrail.sqs.store;

import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineTimer;

/**
 * What queues need from around them.
 *
 * @param clock domain time: delays, visibility, retention, waits
 * @param machineTimer machine time: how long a client really waits
 * @param ids message ids and queue ids
 * @param stateLog where changes are reported
 * @param metrics takes what the queues publish
 */
public record QueueEnvironment(
        EmulatorClock clock, MachineTimer machineTimer, Ids ids, StateLog stateLog, MetricSink metrics) {

    /** An environment of queues that publish nothing. */
    public QueueEnvironment(EmulatorClock clock, MachineTimer machineTimer, Ids ids, StateLog stateLog) {
        this(clock, machineTimer, ids, stateLog, MetricSink.NONE);
    }
}
