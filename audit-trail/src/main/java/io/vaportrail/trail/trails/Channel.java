package io.vaportrail.trail.trails;

/** The ways in which a trail delivers. */
public enum Channel {
    /** Log files in S3. */
    LOG_FILES,
    /** Notices of them by SNS. */
    NOTIFICATIONS,
    /** Events in a log group. */
    LOG_GROUP,
    /** Digest files in S3. */
    DIGESTS
}
