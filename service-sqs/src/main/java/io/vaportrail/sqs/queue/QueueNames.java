package io.vaportrail.sqs.queue;

import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;

/**
 * Which names queues can have.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">Queue name</a>
 */
final class QueueNames {
    private static final String FIFO_SUFFIX = ".fifo";

    private QueueNames() {}

    /** Refuses a name that a queue of this type cannot have. */
    static void check(String name, boolean fifo) {
        String stem =
                fifo && name.endsWith(FIFO_SUFFIX) ? name.substring(0, name.length() - FIFO_SUFFIX.length()) : name;
        boolean suffixed = stem.length() < name.length();
        if (stem.isEmpty() || name.length() > SqsLimits.QUEUE_NAME_LENGTH || fifo != suffixed || !isPlain(stem)) {
            throw SqsErrors.invalidParameterValue(
                    fifo
                            ? "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores,"
                                    + " must end with .fifo suffix and be 1 to 80 in length."
                            : "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
