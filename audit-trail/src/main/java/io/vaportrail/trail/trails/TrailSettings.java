package io.vaportrail.trail.trails;

import org.jspecify.annotations.Nullable;

/**
 * What a trail is told by CreateTrail and UpdateTrail.
 *
 * @param bucket where log files go
 * @param prefix what their keys begin with, or {@code null}
 * @param topic the SNS topic that is told of them, as it was named, or {@code null}
 * @param topicArn the same as an ARN, or {@code null}
 * @param globalEvents whether events of global services are recorded
 * @param multiRegion whether events of all regions are recorded
 * @param validation whether digest files are written
 * @param logGroupArn the log group that gets events too, or {@code null}; goes together with the role
 * @param logRoleArn the role that writes to it, or {@code null}
 * @param kmsKeyId the key that log files are encrypted with, or {@code null}
 */
public record TrailSettings(
        String bucket,
        @Nullable String prefix,
        @Nullable String topic,
        @Nullable String topicArn,
        boolean globalEvents,
        boolean multiRegion,
        boolean validation,
        @Nullable String logGroupArn,
        @Nullable String logRoleArn,
        @Nullable String kmsKeyId) {

    /** The beginning of all keys: the prefix with a slash, or nothing. */
    public String keyStart() {
        return prefix == null ? "" : prefix + "/";
    }

    TrailSettings withKey(@Nullable String keyArn) {
        return new TrailSettings(
                bucket,
                prefix,
                topic,
                topicArn,
                globalEvents,
                multiRegion,
                validation,
                logGroupArn,
                logRoleArn,
                keyArn);
    }
}
