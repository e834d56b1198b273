package io.vaportrail.identity.iam.mfa;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes that a virtual MFA device shows: six digits, another each half minute.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class OneTimeCodes {
    private static final long PERIOD_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** How far a device's clock may be off: five minutes. */
    private static final int TOLERANCE = 10;

    private OneTimeCodes() {}

    /** Whether the device shows one code and right after it the other, about now. */
    static boolean areConsecutive(byte[] seed, String first, String second, Instant now) {
        long current = now.getEpochSecond() / PERIOD_SECONDS;
        for (long counter = current - TOLERANCE; counter <= current + TOLERANCE; counter++) {
            if (code(seed, counter).equals(first) && code(seed, counter + 1).equals(second)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the device shows the code about now. AWS takes each code but once; here it is taken as long as it is shown. */
    public static boolean isShown(byte[] seed, String code, Instant now) {
        long current = now.getEpochSecond() / PERIOD_SECONDS;
        for (long counter = current - 1; counter <= current + 1; counter++) {
            if (code(seed, counter).equals(code)) {
                return true;
            }
        }
        return false;
    }

    /** The code of a half minute, counted from the epoch. */
    static String code(byte[] seed, long counter) {
        byte[] hash =
                hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format("%06d", number % MODULUS);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1: missing (expected: in every Java runtime)", e);
        }
    }
}
