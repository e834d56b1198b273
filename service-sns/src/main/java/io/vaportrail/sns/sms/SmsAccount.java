package io.vaportrail.sns.sms;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** What an account has set for text messages in a region. */
public final class SmsAccount {
    /** The attribute that names the role for delivery status. */
    public static final String STATUS_ROLE = "DeliveryStatusIAMRole";

    /** The attribute that says how many of a hundred successes are logged. */
    public static final String STATUS_SAMPLE_RATE = "DeliveryStatusSuccessSamplingRate";

    /** The attribute that says for how many US dollars a month text messages are sent. */
    static final String SPEND_LIMIT = "MonthlySpendLimit";

    private final Map<String, String> attributes = new LinkedHashMap<>(Map.of(SPEND_LIMIT, "1"));
    private boolean limited;
    private @Nullable YearMonth spendingMonth;
    private double spentUsd;
    private final ConcurrentSkipListMap<String, String> optedOut = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, SandboxNumber> sandbox = new ConcurrentSkipListMap<>();

    /**
     * A number of the sandbox.
     *
     * @param number the number
     * @param code the code that was sent to it and has not been given back, or {@code null} once it is verified
     */
    record SandboxNumber(String number, @Nullable String code) {}

    /** What the account has set, by name. */
    public synchronized Map<String, String> attributes() {
        return new LinkedHashMap<>(attributes);
    }

    synchronized void setAttributes(Map<String, String> changed) {
        attributes.putAll(changed);
        limited |= changed.containsKey(SPEND_LIMIT);
    }

    /**
     * Spends so much, unless the month's limit forbids it. A new account's limit of one dollar holds once its owner has set one: until
     * then the account is like one that asked AWS for more.
     */
    synchronized boolean spend(YearMonth month, double priceUsd) {
        double sum = spentUsd(month) + priceUsd;
        if (limited && sum > Double.parseDouble(attributes.getOrDefault(SPEND_LIMIT, "1"))) {
            return false;
        }
        spendingMonth = month;
        spentUsd = sum;
        return true;
    }

    /** What has been spent in a month, in US dollars. */
    synchronized double spentUsd(YearMonth month) {
        return month.equals(spendingMonth) ? spentUsd : 0;
    }

    /** Whether the owner of a number does not want messages. */
    public boolean isOptedOut(String number) {
        return optedOut.containsKey(number);
    }

    /** Notes that the owner of a number does not want messages any more. */
    public void optOut(String number) {
        optedOut.put(number, number);
    }

    void optIn(String number) {
        optedOut.remove(number);
    }

    ConcurrentSkipListMap<String, String> optedOut() {
        return optedOut;
    }

    ConcurrentSkipListMap<String, SandboxNumber> sandbox() {
        return sandbox;
    }
}
