package io.vaportrail.core.time;

/** The machine's wall clock; the one place that reads it. */
@FunctionalInterface
public interface MachineClock {
    /** The real one. */
    MachineClock SYSTEM = System::currentTimeMillis;

    /** Milliseconds since 1970. */
    long millis();
}
