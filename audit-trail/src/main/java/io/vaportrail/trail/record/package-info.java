/**
 * Renders stored calls as CloudTrail records. Start with {@link io.vaportrail.trail.record.RecordRenderer}, which lists the fields in
 * their order; {@link io.vaportrail.trail.record.RecordStyle} holds what differs from service to service, and
 * {@link io.vaportrail.trail.record.MinedResources} what the event history says of resources.
 */
@NullMarked
package io.vaportrail.trail.record;

import org.jspecify.annotations.NullMarked;
