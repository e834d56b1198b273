package io.vaportrail.core.service;

/**
 * Whether policies decide over the calls of users and roles. Calls of AWS services to other services' resources are always decided
 * by the resource's policy.
 */
public enum IamMode {
    /** Every call may go on. */
    OFF,
    /** Every call may go on; those that policies would have denied are marked in the emulator's trail and logged. */
    AUDIT,
    /** Policies decide. */
    ENFORCE
}
