package io.vaportrail.identity.store;

import io.vaportrail.core.random.Ids;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * New ids of identities and their keys.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">Unique ids</a>
 */
public final class Identifiers {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_DIGIT = 5;
    private static final int UNIQUE_ID_DIGITS = 17;
    private static final int KEY_DIGITS = 16;
    private static final Pattern ISSUED = Pattern.compile("A[KS]IA[A-Z2-7]{16}");
    private static final int PREFIX_LENGTH = 4;

    /** How many digits after the prefix hold the account. */
    private static final int ACCOUNT_DIGITS = 10;

    private static final long LAST_ACCOUNT = 999_999_999_999L;
    private static final int SECRET_BYTES = 30;

    private Identifiers() {}

    /** A unique id, for example {@code AIDA} and 17 letters and digits. */
    public static String uniqueId(Ids ids, String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < UNIQUE_ID_DIGITS; i++) {
            id.append(BASE_32.charAt(ids.below(BASE_32.length())));
        }
        return id.toString();
    }

    /**
     * An access key id, {@code AKIA} or {@code ASIA} and 16 letters and digits: in base 32 a bit that is set, the account in 40 bits,
     * and chance. AWS does not document the form, but {@code GetAccessKeyInfo} shows that the account can be told from the id.
     */
    public static String accessKeyId(Ids ids, String prefix, String accountId) {
        long high = 1L << 39 | Long.parseLong(accountId) >>> 1;
        long low = (Long.parseLong(accountId) & 1) << 39 | ids.nextLong() >>> 25;
        StringBuilder id = new StringBuilder(prefix);
        append(id, high);
        append(id, low);
        return id.toString();
    }

    /** The account that an access key id was issued for, whether it is known or not; {@code null} when it has another form. */
    public static @Nullable String accountOf(String accessKeyId) {
        if (!ISSUED.matcher(accessKeyId).matches()) {
            return null;
        }
        long bits = 0;
        for (int i = PREFIX_LENGTH; i < PREFIX_LENGTH + ACCOUNT_DIGITS; i++) {
            bits = bits << BITS_PER_DIGIT | BASE_32.indexOf(accessKeyId.charAt(i));
        }
        long account = bits >>> 9 & (1L << 40) - 1;
        return account > LAST_ACCOUNT ? null : String.format(Locale.ROOT, "%012d", account);
    }

    private static void append(StringBuilder id, long fortyBits) {
        for (int digit = KEY_DIGITS / 2 - 1; digit >= 0; digit--) {
            id.append(BASE_32.charAt((int) (fortyBits >>> digit * BITS_PER_DIGIT) & BASE_32.length() - 1));
        }
    }

    /** A secret access key of 40 characters. */
    public static String secretAccessKey(Ids ids) {
        byte[] bytes = new byte[SECRET_BYTES];
        ids.nextSecureBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
