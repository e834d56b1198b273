package io.vaportrail.logs.subscription;

import io.vaportrail.logs.pattern.FilterPattern;
import org.jspecify.annotations.Nullable;

/**
 * A subscription filter, of a log group or of an account.
 *
 * @param name its name
 * @param patternText the pattern as it was given
 * @param pattern the pattern
 * @param destinationArn where matching events go
 * @param roleArn the role that CloudWatch Logs takes on for it, or {@code null}
 * @param distribution {@code ByLogStream} or {@code Random}
 * @param applyOnTransformedLogs whether it sees transformed events, where there are any
 * @param creationMillis when it was made or last changed, in milliseconds since 1970
 */
record Subscription(
        String name,
        String patternText,
        FilterPattern pattern,
        String destinationArn,
        @Nullable String roleArn,
        String distribution,
        boolean applyOnTransformedLogs,
        long creationMillis) {}
