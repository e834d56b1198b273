package io.vaportrail.sqs.message;

import io.vaportrail.model.sqs.MessageSystemAttributeNameForSends;
import io.vaportrail.model.sqs.MessageSystemAttributeValue;
import io.vaportrail.sqs.SqsErrors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one system attribute that a sender can set, AWSTraceHeader. It does not count towards the size of the message.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Message
 *     system attributes</a>
 */
final class TraceHeader {
    private static final String NAME = MessageSystemAttributeNameForSends.AWS_TRACE_HEADER;
    private static final String TYPE = "String";

    private TraceHeader() {}

    /** The header given, or {@code null}. */
    static @Nullable String of(@Nullable Map<String, MessageSystemAttributeValue> attributes) {
        MessageSystemAttributeValue value = attributes == null ? null : attributes.get(NAME);
        if (value == null) {
            return null;
        }
        if (!value.dataType().equals(TYPE)) {
            throw SqsErrors.invalidParameterValue("The type of message (system) attribute '" + NAME
                    + "' is invalid. You must use only the following supported type prefixes: String.");
        }
        String text = value.stringValue();
        if (text == null || text.isEmpty()) {
            throw SqsErrors.invalidParameterValue(
                    "Message (system) attribute '" + NAME + "' must contain a non-empty value of type 'String'.");
        }
        return text;
    }

    /** The MD5 of the system attributes. */
    static String md5(String header) {
        Md5 md5 = new Md5();
        md5.add(NAME, TYPE, header);
        return md5.hex();
    }
}
