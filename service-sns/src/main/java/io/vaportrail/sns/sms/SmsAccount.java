package io.vaportrail.sns.sms;

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

    private final Map<String, String> attributes = new LinkedHashMap<>(Map.of("MonthlySpendLimit", "1"));
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
