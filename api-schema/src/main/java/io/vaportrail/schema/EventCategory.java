package io.vaportrail.schema;

/**
 * In which of CloudTrail's categories a call is recorded.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html">CloudTrail concepts</a>
 */
public enum EventCategory {
    /** Control of resources; kept in the event history. */
    MANAGEMENT,
    /** Work on or in a resource; delivered only where a trail asks for it. */
    DATA,
    /** CloudTrail does not record the call; it is still shown in the emulator's own view of the trail. */
    NONE
}
