package io.vaportrail.sns.topic;

import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;

/**
 * Which names topics can have.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html">CreateTopic</a>
 */
final class TopicNames {
    private static final String FIFO = ".fifo";

    private TopicNames() {}

    /** Refuses a name that no topic of this type can have. */
    static void check(String name, boolean fifo) {
        String plain = fifo && name.endsWith(FIFO) ? name.substring(0, name.length() - FIFO.length()) : name;
        boolean valid = !plain.isEmpty()
                && name.length() <= SnsLimits.TOPIC_NAME_LENGTH
                && name.endsWith(FIFO) == fifo
                && plain.chars().allMatch(TopicNames::isNameCharacter);
        if (!valid) {
            throw SnsErrors.invalid("Topic Name");
        }
    }

    private static boolean isNameCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
