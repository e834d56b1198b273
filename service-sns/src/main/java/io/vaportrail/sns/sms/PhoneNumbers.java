package io.vaportrail.sns.sms;

import java.util.regex.Pattern;

/** What phone numbers look like. */
public final class PhoneNumbers {
    private static final Pattern SENDABLE = Pattern.compile("\\+?[0-9]{1,20}(?:[-./][0-9]{1,20}){0,10}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    private PhoneNumbers() {}

    /** Whether SNS sends to such a number. */
    public static boolean isSendable(String number) {
        return SENDABLE.matcher(number).matches();
    }

    /** Whether the number is written as E.164 demands. */
    static boolean isE164(String number) {
        return E164.matcher(number).matches();
    }
}
