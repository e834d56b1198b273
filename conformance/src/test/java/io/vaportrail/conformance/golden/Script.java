package io.vaportrail.conformance.golden;

/** A family of calls, whose records one file shows. */
@FunctionalInterface
interface Script {
    /** Makes the calls. */
    void run(GoldenWorld world);
}
