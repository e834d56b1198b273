package io.vaportrail.trail.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where the next page begins, together with a digest of what was looked for, so that the token is good for that alone. It stays good
 * while events come and go.
 */
final class PageToken {
    private static final int DIGEST = 16;

    private PageToken() {}

    /** The token for the events before a sequence number. */
    static String write(Lookup lookup, long before) {
        byte[] token = ByteBuffer.allocate(Long.BYTES + DIGEST)
                .putLong(before)
                .put(digest(lookup, before))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The sequence number in the token.
     *
     * @throws io.vaportrail.schema.ServiceException when the token is none, or one for another lookup
     */
    static long read(Lookup lookup, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw LookupErrors.nextToken();
        }
        if (bytes.length != Long.BYTES + DIGEST) {
            throw LookupErrors.nextToken();
        }
        long before = ByteBuffer.wrap(bytes).getLong();
        if (!Arrays.equals(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length), digest(lookup, before))) {
            throw LookupErrors.nextToken();
        }
        return before;
    }

    private static byte[] digest(Lookup lookup, long before) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] whole = sha.digest((before + " " + lookup).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: in every Java)", e);
        }
    }
}
