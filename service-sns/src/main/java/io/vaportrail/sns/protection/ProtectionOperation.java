package io.vaportrail.sns.protection;

import org.jspecify.annotations.Nullable;

/**
 * What a statement does about the data that it finds.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-operations.html">Data protection policy
 *     operations</a>
 */
sealed interface ProtectionOperation {
    /**
     * Reports what is found.
     *
     * @param sampleRate in how many of a hundred messages, 0 to 99
     * @param findings where messages with such data are reported, or {@code null}
     * @param noFindings where messages without such data are reported, or {@code null}
     */
    record Audit(
            int sampleRate,
            @Nullable Destination findings,
            @Nullable Destination noFindings) implements ProtectionOperation {}

    /**
     * Makes it unreadable.
     *
     * @param mask what each character becomes, or {@code null} when all are taken out
     */
    record Deidentify(@Nullable Character mask) implements ProtectionOperation {}

    /** Keeps the message out, or from a subscriber. */
    record Deny() implements ProtectionOperation {}

    /**
     * Where findings are reported.
     *
     * @param logGroup the name of a log group, or {@code null}
     * @param bucket the name of a bucket, or {@code null}
     */
    record Destination(@Nullable String logGroup, @Nullable String bucket) {}
}
