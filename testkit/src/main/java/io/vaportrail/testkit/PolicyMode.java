package io.vaportrail.testkit;

/** Whether policies decide over calls. */
public enum PolicyMode {
    /** Every call may go on. */
    OFF,

    /** Every call may go on; what policies would have denied is marked in the trail. */
    AUDIT,

    /** Calls that policies do not allow are denied. Callers that were never created stay administrators. */
    ENFORCE
}
