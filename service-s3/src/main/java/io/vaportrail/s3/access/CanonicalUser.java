package io.vaportrail.s3.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The name that S3 gives an account: 64 hexadecimal digits, here always the same for the same account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/finding-canonical-user-id.html">Canonical user id</a>
 */
public final class CanonicalUser {
    private static final int MAX_REMEMBERED = 1024;
    private static final Map<String, String> REMEMBERED = new ConcurrentHashMap<>();

    private CanonicalUser() {}

    /** The canonical user id of an account. */
    public static String id(String account) {
        String known = REMEMBERED.get(account);
        if (known == null) {
            known = make(account);
            if (REMEMBERED.size() >= MAX_REMEMBERED) {
                REMEMBERED.clear();
            }
            REMEMBERED.put(account, known);
        }
        return known;
    }

    private static String make(String account) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("canonical user of " + account).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: in every Java runtime)", e);
        }
    }
}
