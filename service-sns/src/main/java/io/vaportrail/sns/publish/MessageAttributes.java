package io.vaportrail.sns.publish;

import io.vaportrail.model.sns.MessageAttributeValue;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The rules for message attributes, and their size.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">Message attributes</a>
 */
final class MessageAttributes {
    private static final BigDecimal GREATEST = BigDecimal.valueOf(1, -126);

    private MessageAttributes() {}

    /** Refuses attributes that no message can have. */
    static void check(Map<String, MessageAttributeValue> attributes) {
        attributes.forEach((name, value) -> {
            checkName(name);
            checkValue(name, value);
        });
    }

    /** What counts towards the size of a message: names, types and values, in bytes. */
    static long bytes(Map<String, MessageAttributeValue> attributes) {
        long bytes = 0;
        for (Map.Entry<String, MessageAttributeValue> attribute : attributes.entrySet()) {
            String text = attribute.getValue().stringValue();
            Blob binary = attribute.getValue().binaryValue();
            bytes += utf8(attribute.getKey()) + utf8(attribute.getValue().dataType());
            bytes += text == null ? 0 : utf8(text);
            bytes += binary == null ? 0 : binary.size();
        }
        return bytes;
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void checkName(String name) {
        if (name.isEmpty() || utf8(name) > SnsLimits.ATTRIBUTE_NAME_LENGTH) {
            throw SnsErrors.invalidValue("Length of message attribute name must be less than "
                    + SnsLimits.ATTRIBUTE_NAME_LENGTH + " bytes.");
        }
        name.codePoints().filter(c -> !isNameCharacter(c)).findFirst().ifPresent(c -> {
            throw SnsErrors.invalidValue("Invalid non-alphanumeric character '#x"
                    + Integer.toHexString(c).toUpperCase(Locale.ROOT)
                    + "' was found in the message attribute name. Can only include alphanumeric characters, hyphens,"
                    + " underscores, or dots.");
        });
        if (name.startsWith(".")) {
            throw SnsErrors.invalidValue("Invalid message attribute name starting with character '.' was found.");
        }
        if (name.endsWith(".")) {
            throw SnsErrors.invalidValue("Invalid message attribute name ending with character '.' was found.");
        }
        if (name.contains("..")) {
            throw SnsErrors.invalidValue("Message attribute name can not have successive '.' character.");
        }
    }

    private static boolean isNameCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
    }

    private static void checkValue(String name, MessageAttributeValue value) {
        String type = value.dataType();
        int dot = type.indexOf('.');
        String base = dot < 0 ? type : type.substring(0, dot);
        boolean binary = base.equals("Binary");
        if (!binary && !base.equals("String") && !base.equals("Number")) {
            throw SnsErrors.invalidValue("The message attribute '" + name
                    + "' has an invalid message attribute type, the set of supported type prefixes is Binary, Number,"
                    + " and String.");
        }
        String text = value.stringValue();
        Blob bytes = value.binaryValue();
        if (binary ? text != null && !text.isEmpty() : bytes != null && bytes.size() > 0) {
            throw wrongField(name, type, binary);
        }
        if (binary ? bytes == null || bytes.size() == 0 : text == null || text.isEmpty()) {
            throw SnsErrors.invalidValue("The message attribute '" + name
                    + "' must contain non-empty message attribute value for message attribute type '" + type + "'.");
        }
        if (base.equals("Number") && text != null && !isNumber(text)) {
            throw SnsErrors.invalidValue("Could not cast message attribute '" + name + "' value to number.");
        }
    }

    /** A longer text is no number that anybody can hold, and costs too much to read. */
    private static boolean isNumber(String text) {
        if (text.length() > SnsLimits.NUMBER_LENGTH) {
            return false;
        }
        try {
            return new BigDecimal(text).abs().compareTo(GREATEST) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static ServiceException wrongField(String name, String type, boolean binary) {
        return SnsErrors.invalidValue("The message attribute '" + name + "' with type '" + type + "' must use field '"
                + (binary ? "Binary" : "String") + "'.");
    }
}
