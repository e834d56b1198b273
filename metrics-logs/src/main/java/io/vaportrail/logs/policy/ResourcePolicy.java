package io.vaportrail.logs.policy;

import org.jspecify.annotations.Nullable;

/**
 * A resource policy, of an account or of one log group.
 *
 * @param name of an account's policy, or {@code null}
 * @param resourceArn the log group, or {@code null} for an account's policy
 * @param document the text as it was given
 * @param updatedMillis when, in milliseconds since 1970
 * @param revisionId changes with every change
 */
record ResourcePolicy(
        @Nullable String name, @Nullable String resourceArn, String document, long updatedMillis, String revisionId) {
    /** The key that it is stored under. */
    static String key(@Nullable String name, @Nullable String resourceArn) {
        return resourceArn == null ? "name " + name : "resource " + resourceArn;
    }
}
