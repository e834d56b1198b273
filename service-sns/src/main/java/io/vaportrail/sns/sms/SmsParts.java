package io.vaportrail.sns.sms;

/**
 * How many parts a text message is sent in.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html">Size of messages</a>
 */
public final class SmsParts {
    /** The GSM 03.38 alphabet beside the letters, digits and punctuation of ASCII that it has. */
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";

    /** Characters that take two places in it. */
    private static final String GSM_EXTENDED = "\f^{}\\[~]|€";

    private static final int GSM_ALONE = 160;
    private static final int GSM_PART = 153;
    private static final int UNICODE_ALONE = 70;
    private static final int UNICODE_PART = 67;

    private SmsParts() {}

    /** One at least. */
    public static int of(String text) {
        int gsm = gsmLength(text);
        return gsm >= 0 ? parts(gsm, GSM_ALONE, GSM_PART) : parts(text.length(), UNICODE_ALONE, UNICODE_PART);
    }

    private static int parts(int length, int alone, int part) {
        return length <= alone ? 1 : (length + part - 1) / part;
    }

    /** The places that a text takes in the GSM alphabet, or -1 when it has other characters. */
    private static int gsmLength(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letterOrDigit || GSM.indexOf(c) >= 0) {
                length++;
            } else if (GSM_EXTENDED.indexOf(c) >= 0) {
                length += 2;
            } else {
                return -1;
            }
        }
        return length;
    }
}
