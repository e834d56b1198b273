package io.vaportrail.sqs.message;

/**
 * Which characters SQS takes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">MessageBody</a>
 */
final class Characters {
    private Characters() {}

    /** The first code point that a message must not contain, or -1. */
    static int firstInvalid(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < Character.MIN_SURROGATE || c == '\t' || c == '\n' || c == '\r') {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c < Character.MIN_SURROGATE || c <= Character.MAX_SURROGATE || c > 0xFFFD) {
                return c;
            }
        }
        return -1;
    }

    /** Whether all is alphanumeric or punctuation of ASCII: what group and deduplication ids are made of. */
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether all is alphanumeric, hyphen or underscore: what batch entry ids are made of. */
    static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWordPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character is alphanumeric, a hyphen or an underscore. */
    static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
