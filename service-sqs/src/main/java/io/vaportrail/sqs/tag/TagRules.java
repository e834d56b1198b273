package io.vaportrail.sqs.tag;

import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which tags queues can have.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">Queue tag</a>
 */
public final class TagRules {
    private TagRules() {}

    /** Refuses tags that no queue can have. */
    public static void check(Map<String, String> tags) {
        tags.forEach((key, value) -> {
            checkKey(key);
            if (length(value) > SqsLimits.TAG_VALUE_LENGTH) {
                throw SqsErrors.invalidParameterValue(
                        "Tag values must be between 0 and " + SqsLimits.TAG_VALUE_LENGTH + " characters in length.");
            }
            checkCharacters(value, "values");
            checkPrefix(value, "values");
        });
    }

    private static void checkKey(String key) {
        if (key.isEmpty() || length(key) > SqsLimits.TAG_KEY_LENGTH) {
            throw SqsErrors.invalidParameterValue(
                    "Tag keys must be between 1 and " + SqsLimits.TAG_KEY_LENGTH + " characters in length.");
        }
        checkCharacters(key, "keys");
        checkPrefix(key, "keys");
    }

    /** The tags of a queue with others added, unless these are too many. */
    public static Map<String, String> merged(Map<String, String> tags, Map<String, String> added, String queueName) {
        Map<String, String> merged = new LinkedHashMap<>(tags);
        merged.putAll(added);
        if (merged.size() > SqsLimits.TAGS) {
            throw SqsErrors.invalidParameterValue("Too many tags added for queue " + queueName + ".");
        }
        return merged;
    }

    private static void checkPrefix(String text, String what) {
        if (text.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw SqsErrors.invalidParameterValue("Tag " + what + " must not start with the reserved prefix aws:");
        }
    }

    private static void checkCharacters(String text, String what) {
        boolean valid = text.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c)
                        || Character.isSpaceChar(c)
                        || Character.isWhitespace(c)
                        || "_.:/=+-@".indexOf(c) >= 0);
        if (!valid) {
            throw SqsErrors.invalidParameterValue(
                    "Tag " + what
                            + " can only include Unicode letters, digits, whitespace, or one of these symbols: _ . : / = + - @");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
