package io.vaportrail.sqs.message;

import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;

/** The form of message group ids, deduplication ids and receive request attempt ids. */
final class Tokens {
    private Tokens() {}

    static void check(String parameter, String value) {
        if (value.isEmpty() || value.length() > SqsLimits.FIFO_TOKEN_LENGTH || !Characters.isToken(value)) {
            throw SqsErrors.invalidParameterValue(
                    parameter,
                    value,
                    parameter + " can only include alphanumeric and punctuation characters. 1 to "
                            + SqsLimits.FIFO_TOKEN_LENGTH + " in length.");
        }
    }
}
