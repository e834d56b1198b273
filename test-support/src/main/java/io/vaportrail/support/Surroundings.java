package io.vaportrail.support;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * What a service module is given: clocks that stand still unless moved, ids that are the same in every run, and, unless said
 * otherwise, workers that work at once and no other services.
 */
public final class Surroundings {
    private static final long SEED = 7;

    /** Domain time. */
    public final EmulatorClock clock;

    /** Machine time. */
    public final ManualMachineTimer machineTimer = new ManualMachineTimer();

    /** The routes outside the AWS protocols. */
    public final HttpRoutes routes = new HttpRoutes();

    private InternalCalls calls = new StandInCalls();
    private Executor workers = Runnable::run;
    private EmulatorSettings settings = EmulatorSettings.DEFAULT;

    /** With a clock that stands at the instant. */
    public Surroundings(Instant start) {
        this(stillClock(start));
    }

    /** With a clock that stands at so many milliseconds since 1970. */
    public Surroundings(long start) {
        this(stillClock(start));
    }

    /** With a clock of the test's own. */
    public Surroundings(EmulatorClock clock) {
        this.clock = clock;
    }

    /** A clock that stands at the instant until it is moved. */
    public static EmulatorClock stillClock(Instant start) {
        return stillClock(start.toEpochMilli());
    }

    /** A clock that stands at so many milliseconds since 1970 until it is moved. */
    public static EmulatorClock stillClock(long start) {
        EmulatorClock clock = new EmulatorClock(() -> start, new PendingWork());
        clock.freeze();
        return clock;
    }

    /** The way to other services. */
    public Surroundings calling(InternalCalls others) {
        calls = others;
        return this;
    }

    /** Who works. */
    public Surroundings workingOn(Executor executor) {
        workers = executor;
        return this;
    }

    /** Whether the waiting rules hold that break test teardowns. */
    public Surroundings strict(boolean yes) {
        settings = new EmulatorSettings(yes, settings.defaultAccountId(), settings.defaultRegion(), null);
        return this;
    }

    /** All of it. */
    public EmulatorContext context() {
        return EmulatorContext.of(clock, machineTimer, new SeededIds(SEED), calls, routes, workers, settings);
    }
}
