package io.vaportrail.metrics.alarm.state;

import io.vaportrail.metrics.alarm.evaluation.Contributor;

/**
 * A contributor that is in ALARM.
 *
 * @param contributor which
 * @param state since when, and why
 */
public record ContributorState(Contributor contributor, AlarmState state) {}
