package io.vaportrail.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Unique ids of identities that were never created: the same for the same name, so that records of different runs agree.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">Unique ids</a>
 */
public final class UniqueIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGITS = 17;

    private UniqueIds() {}

    /** For example {@code AIDA} and 17 letters and digits. */
    public static String stable(String prefix, String accountId, String name) {
        byte[] hash = sha256(prefix + '/' + accountId + '/' + name);
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < DIGITS; i++) {
            id.append(ALPHABET.charAt(hash[i] & (ALPHABET.length() - 1)));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: in every Java runtime)", e);
        }
    }
}
