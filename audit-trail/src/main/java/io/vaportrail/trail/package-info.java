/**
 * CloudTrail: the records of all calls, the event history, and the emulator's own view of everything that was called.
 *
 * <p>Start with {@link io.vaportrail.trail.AuditTrail}, which puts the parts together: {@code store} keeps calls as compact bytes,
 * {@code record} renders them as CloudTrail's JSON, {@code history} is the CloudTrail service, {@code view} answers under
 * {@code /_vaportrail/trail}.
 */
@NullMarked
package io.vaportrail.trail;

import org.jspecify.annotations.NullMarked;
