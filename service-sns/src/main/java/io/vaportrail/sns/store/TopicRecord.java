package io.vaportrail.sns.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A topic as plain data, to be kept and given back.
 *
 * @param arn its name
 * @param attributes what its owner set, by name
 * @param policy its policy, or {@code null} for the default one
 * @param dataProtectionPolicy or {@code null}
 * @param tags its tags
 */
public record TopicRecord(
        SnsArn arn,
        Map<String, String> attributes,
        @Nullable String policy,
        @Nullable String dataProtectionPolicy,
        Map<String, String> tags) {}
