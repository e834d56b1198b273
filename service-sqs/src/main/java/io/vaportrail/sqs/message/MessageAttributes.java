package io.vaportrail.sqs.message;

import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules for message attributes, their size and their MD5.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Message
 *     metadata</a>
 */
final class MessageAttributes {
    private static final BigDecimal GREATEST = BigDecimal.valueOf(1, -126);
    private static final int NUMBER_DIGITS = 200;

    private MessageAttributes() {}

    /** Refuses attributes that no message can have. */
    static void check(Map<String, MessageAttributeValue> attributes) {
        if (attributes.size() > SqsLimits.MESSAGE_ATTRIBUTES) {
            throw SqsErrors.invalidParameterValue("Number of message attributes [" + attributes.size()
                    + "] exceeds the allowed maximum [" + SqsLimits.MESSAGE_ATTRIBUTES + "].");
        }
        for (Map.Entry<String, MessageAttributeValue> attribute : attributes.entrySet()) {
            checkName(attribute.getKey());
            checkValue(attribute.getKey(), attribute.getValue());
        }
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw SqsErrors.invalidParameterValue("The request must contain non-empty message (user) attribute names.");
        }
        if (name.length() > SqsLimits.MESSAGE_ATTRIBUTE_NAME_LENGTH) {
            throw SqsErrors.invalidParameterValue("Message (user) attribute names must be shorter than "
                    + SqsLimits.MESSAGE_ATTRIBUTE_NAME_LENGTH + " Bytes");
        }
        if (!isDotted(name)) {
            throw SqsErrors.invalidParameterValue(
                    "Message (user) attributes name can only contain upper and lower score"
                            + " characters, digits, periods, hyphens and underscores. ");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("aws.") || lower.startsWith("amazon.")) {
            throw SqsErrors.invalidParameterValue("You can't use message attribute names beginning with 'AWS.' or"
                    + " 'Amazon.'. These strings are reserved for internal use.");
        }
        if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            throw SqsErrors.invalidParameterValue(
                    "Message (user) attribute names can't start or end with a period or have periods in succession.");
        }
    }

    private static void checkValue(String name, MessageAttributeValue value) {
        String type = value.dataType();
        if (type.isEmpty()) {
            throw SqsErrors.invalidParameterValue(
                    "Message (user) attribute '" + name + "' must contain a non-empty attribute type.");
        }
        if (type.length() > SqsLimits.MESSAGE_ATTRIBUTE_TYPE_LENGTH) {
            throw SqsErrors.invalidParameterValue("Message (user) attribute '" + name + "' must have a type of at most "
                    + SqsLimits.MESSAGE_ATTRIBUTE_TYPE_LENGTH + " bytes.");
        }
        if (value.stringListValues() != null || value.binaryListValues() != null) {
            throw SqsErrors.unsupportedOperation(
                    "Message attribute list values in SendMessage operation are not supported.");
        }
        switch (isDotted(type) ? baseOf(type) : "") {
            case "String" -> checkText(name, value.stringValue());
            case "Number" -> checkNumber(name, checkText(name, value.stringValue()));
            case "Binary" -> checkBytes(name, value.binaryValue());
            default ->
                throw SqsErrors.invalidParameterValue(
                        "The type of message (user) attribute '" + name
                                + "' is invalid. You must use only the following supported type prefixes: Binary, Number, String.");
        }
    }

    /** The logical type before a custom label: {@code Number} of {@code Number.int}. */
    private static String baseOf(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    private static String checkText(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw emptyValue(name, "String");
        }
        int invalid = Characters.firstInvalid(text);
        if (invalid >= 0) {
            throw SqsErrors.invalidAttributeCharacter(name, invalid);
        }
        return text;
    }

    private static void checkBytes(String name, @Nullable Blob bytes) {
        if (bytes == null || bytes.size() == 0) {
            throw emptyValue(name, "Binary");
        }
    }

    private static ServiceException emptyValue(String name, String type) {
        return SqsErrors.invalidParameterValue(
                "Message (user) attribute '" + name + "' must contain a non-empty value of type '" + type + "'.");
    }

    private static void checkNumber(String name, String text) {
        try {
            // A longer text is no number that SQS can hold, and costs too much to read.
            if (text.length() <= NUMBER_DIGITS && new BigDecimal(text).abs().compareTo(GREATEST) <= 0) {
                return;
            }
        } catch (NumberFormatException e) {
            throw notANumber(name);
        }
        throw notANumber(name);
    }

    private static ServiceException notANumber(String name) {
        return SqsErrors.invalidParameterValue(
                "Can't cast the value of message (user) attribute '" + name + "' to a number.");
    }

    private static boolean isDotted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.isWordPart(text.charAt(i)) && text.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    /** What the attributes count towards the size of their message: names, types and values, in bytes. */
    static long bytes(Map<String, MessageAttributeValue> attributes) {
        long bytes = 0;
        for (Map.Entry<String, MessageAttributeValue> attribute : attributes.entrySet()) {
            MessageAttributeValue value = attribute.getValue();
            String text = value.stringValue();
            Blob blob = value.binaryValue();
            bytes += bytes(attribute.getKey()) + bytes(value.dataType());
            bytes += text == null ? 0 : bytes(text);
            bytes += blob == null ? 0 : blob.size();
        }
        return bytes;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The MD5 of the attributes, or {@code null} without any. */
    static @Nullable String md5(Map<String, MessageAttributeValue> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        Md5 md5 = new Md5();
        new TreeMap<>(attributes).forEach((name, value) -> {
            Blob blob = value.binaryValue();
            if (blob != null) {
                md5.add(name, value.dataType(), blob);
            } else {
                md5.add(name, value.dataType(), String.valueOf(value.stringValue()));
            }
        });
        return md5.hex();
    }
}
