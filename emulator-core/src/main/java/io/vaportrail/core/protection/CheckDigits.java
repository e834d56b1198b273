package io.vaportrail.core.protection;

import java.util.Set;

/** The arithmetic of check digits. */
final class CheckDigits {
    private static final int TEN = 10;
    private static final int IBAN_MODULUS = 97;
    private static final int IBAN_HEAD = 4;
    private static final int NHS_MODULUS = 11;

    /** First digits of the cards that are recognised. */
    private static final String[] PREFIXES = {
        "34", "37", "5019", "300", "301", "302", "303", "304", "305", "309", "36", "38", "39", "6011", "64", "65",
                "622",
        "35", "2131", "1800", "51", "52", "53", "54", "55", "22", "23", "24", "25", "26", "27", "62", "81", "4"
    };

    /**
     * Numbers that issuers give out for tests are not reported.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-sensitive-data-types-financial.html">
     *     Financial data</a>
     */
    private static final Set<String> FOR_TESTS = Set.of(
            "122000000000003",
            "2222405343248877",
            "2222990905257051",
            "2223007648726984",
            "2223577120017656",
            "30569309025904",
            "34343434343434",
            "3528000700000000",
            "3530111333300000",
            "3566002020360505",
            "36148900647913",
            "36700102000000",
            "371449635398431",
            "378282246310005",
            "378734493671000",
            "38520000023237",
            "4012888888881881",
            "4111111111111111",
            "4222222222222",
            "4444333322221111",
            "4462030000000000",
            "4484070000000000",
            "4911830000000",
            "4917300800000000",
            "4917610000000000",
            "4917610000000000003",
            "5019717010103742",
            "5105105105105100",
            "5111010030175156",
            "5185540810000019",
            "5200828282828210",
            "5204230080000017",
            "5204740009900014",
            "5420923878724339",
            "5454545454545454",
            "5455330760000018",
            "5506900490000436",
            "5506900490000444",
            "5506900510000234",
            "5506920809243667",
            "5506922400634930",
            "5506927427317625",
            "5553042241984105",
            "5555553753048194",
            "5555555555554444",
            "5610591081018250",
            "6011000990139424",
            "6011000400000000",
            "6011111111111117",
            "630490017740292441",
            "630495060000000000",
            "6331101999990016",
            "6759649826438453",
            "6799990100000000019",
            "76009244561");

    private CheckDigits() {}

    /** The digits of a text. */
    static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    static boolean isCard(String text) {
        String digits = digits(text);
        if (!luhn(digits) || FOR_TESTS.contains(digits)) {
            return false;
        }
        for (String prefix : PREFIXES) {
            if (digits.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** From the right, every other digit counts twice, by the sum of its own digits. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted >= TEN ? counted - TEN + 1 : counted;
        }
        return !digits.isEmpty() && sum % TEN == 0;
    }

    /** Head behind tail, letters as numbers from 10: the remainder by 97 is 1. */
    static boolean iban(String text) {
        String compact = text.replaceAll("[ -]", "");
        if (compact.length() <= IBAN_HEAD) {
            return false;
        }
        String turned = compact.substring(IBAN_HEAD) + compact.substring(0, IBAN_HEAD);
        int remainder = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), Character.MAX_RADIX);
            remainder = (value < TEN ? remainder * TEN + value : remainder * TEN * TEN + value) % IBAN_MODULUS;
        }
        return remainder == 1;
    }

    static boolean nhs(String text) {
        String digits = digits(text);
        if (digits.length() != TEN) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < TEN - 1; i++) {
            sum += (TEN - i) * (digits.charAt(i) - '0');
        }
        return (NHS_MODULUS - sum % NHS_MODULUS) % NHS_MODULUS == digits.charAt(TEN - 1) - '0';
    }
}
