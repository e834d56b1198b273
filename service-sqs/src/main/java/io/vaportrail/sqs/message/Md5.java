package io.vaportrail.sqs.message;

import io.vaportrail.schema.Blob;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * MD5 as SQS uses it: of a body, and of attributes in a form of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation">MD5
 *     of message attributes</a>
 */
final class Md5 {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte STRING = 1;
    private static final byte BINARY = 2;

    private final MessageDigest digest = newDigest();
    private final byte[] length = new byte[Integer.BYTES];

    static String of(byte[] bytes) {
        return HEX.formatHex(newDigest().digest(bytes));
    }

    /** Adds an attribute; attributes are added in the order of their names. */
    void add(String name, String dataType, String text) {
        addPart(name.getBytes(StandardCharsets.UTF_8));
        addPart(dataType.getBytes(StandardCharsets.UTF_8));
        digest.update(STRING);
        addPart(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an attribute; attributes are added in the order of their names. */
    void add(String name, String dataType, Blob bytes) {
        addPart(name.getBytes(StandardCharsets.UTF_8));
        addPart(dataType.getBytes(StandardCharsets.UTF_8));
        digest.update(BINARY);
        addPart(bytes.unsafeBytes());
    }

    String hex() {
        return HEX.formatHex(digest.digest());
    }

    private void addPart(byte[] bytes) {
        int n = bytes.length;
        length[0] = (byte) (n >>> 24);
        length[1] = (byte) (n >>> 16);
        length[2] = (byte) (n >>> 8);
        length[3] = (byte) n;
        digest.update(length);
        digest.update(bytes);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("MD5: missing (expected: in every Java runtime)", e);
        }
    }
}
